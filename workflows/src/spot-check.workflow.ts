import { continueAsNew } from '@temporalio/workflow';
import { SPOT_CHECK_NEWS, type RunStart } from '@app/contracts';
import {
  decideSpotCheck,
  type SpotCheckCommand,
  type SpotCheckSetting,
  type SpotCheckState,
  STEP_WORDS,
  UNOPENED_SPOT_CHECK,
} from '@app/domain';
import { LOCAL_WRITE, writes } from './activity-options';
import { Run } from './run';

/** A spot check: seed committed, population frozen, draw revealed by a second person, each drawn branch rechecked (苏委工〔2020〕6号 三.4, 五.2). */
export async function spotCheckWorkflow(start: RunStart<SpotCheckSetting>): Promise<void> {
  const { setting } = start;
  const run = new Run<SpotCheckState, SpotCheckCommand, never>(
    {
      runId: setting.spotCheckId,
      unopened: UNOPENED_SPOT_CHECK,
      check: (state, spoken) => decideSpotCheck(setting, state, spoken),
      news: SPOT_CHECK_NEWS,
      write: (summary, input) => writes.writeSpotCheck.executeWithOptions({ ...LOCAL_WRITE, summary }, [input]),
      describe: (state) => `**抽查复核 ${STEP_WORDS[state.step].zh}** · ${state.concluded} / ${state.drawn}`,
      phase: () => 'spot-check',
    },
    start,
  );
  run.accept('freezeSpotCheck', 'revealSpotCheck', 'concludeRecheck', 'confirmRecheck', 'returnRecheck');
  await run.open();
  await run.stay(() => run.state.step === 'concluded');
  await run.finish();
  if (run.state.step !== 'concluded') await continueAsNew<typeof spotCheckWorkflow>(run.next());
}
