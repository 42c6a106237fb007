import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { type RunAnswer, type RunWrite } from '@app/contracts';
import {
  applyBranchNews,
  type BranchRunCommand,
  type BranchRunFact,
  type BranchRunNews,
  type BranchRunSetting,
  type BranchRunState,
  decideBranchRun,
  type Instant,
  openBranchRun,
  shanghaiDateOf,
  UNOPENED_BRANCH_RUN,
  recordRevival,
} from '@app/domain';
import {
  BallotBoxEntity,
  BRANCH_RUN,
  BranchEntity,
  programmeOf,
  runOperation,
  voidProblemDates,
} from '@app/persistence';
import type { Clock } from '@app/platform';
import { branchRunFacts } from './branch-run.facts';
import { CLOCK } from './clock';
import { deadlineHomeOf } from './deadline-home';
import { answerOf, operationOf } from './run-write';

/** The local writes of a branch's year. */
@Injectable()
export class BranchRunActivities {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Opens the run, records a hand-over or takes in news: one transaction, once per operation key. */
  async writeBranchRun(input: RunWrite<BranchRunCommand, BranchRunNews>): Promise<RunAnswer<BranchRunState>> {
    const { what, operationKey } = input;
    const writtenAt = this.clock.now();
    const outcome = await runOperation(this.dataSource, {
      ...operationOf(input, writtenAt),
      kind: BRANCH_RUN,
      decide: async (m, { setting, state }) => {
        if (what.kind === 'revive') return recordRevival(what.at, what.revival);
        if (what.kind === 'open') return openBranchRun(setting, what.at);
        if (what.kind === 'news') return applyBranchNews(setting, state, what.message);
        const programme = await programmeOf(m, setting.campaignId);
        const facts = await branchRunFacts(m, {
          setting,
          state,
          command: what.command,
          spoken: what.spoken,
          programme,
        });
        return decideBranchRun(setting, state, what, facts);
      },
      deadlineHome: ({ setting, entity }) => deadlineHomeOf(setting, entity.workflowId),
      record: (m, { setting }, fact) => recordBranchFact(m, setting, fact, { operationKey, writtenAt }),
    });
    return answerOf(UNOPENED_BRANCH_RUN, outcome);
  }
}

/** Rows beside the run's own that a fact makes. */
async function recordBranchFact(
  m: EntityManager,
  setting: BranchRunSetting,
  fact: BranchRunFact,
  write: { readonly operationKey: string; readonly writtenAt: Instant },
): Promise<void> {
  if (fact.type === 'ballot-opened') {
    const { ballotBoxId, mode, members, masses, at } = fact.payload;
    await m.insert(BallotBoxEntity, {
      id: ballotBoxId,
      campaignId: setting.campaignId,
      programmeVersion: setting.programmeVersion,
      branchRunId: setting.runId,
      mode,
      members,
      masses,
      openedAt: at,
    });
  }
  if (fact.type === 'ballot-closed') {
    await m.update(BallotBoxEntity, { id: fact.payload.ballotBoxId }, { closedAt: fact.payload.at });
  }
  if (fact.type === 'branch-dissolved') {
    await m.update(
      BranchEntity,
      { id: setting.branchId, validTo: IsNull() },
      { validTo: shanghaiDateOf(fact.payload.at) },
    );
    const { campaignId, programmeVersion, branchId } = setting;
    await voidProblemDates(m, { campaignId, programmeVersion, branchId, recordedAt: fact.payload.at, ...write });
  }
}
