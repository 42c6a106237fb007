import {
  allHandlersFinished,
  condition,
  continueAsNew,
  setCurrentDetails,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import {
  clockReleased,
  DUE_AT_ATTRIBUTE,
  type KeeperAnswer,
  type KeeperLook,
  type KeeperStart,
  wakeKeeper,
} from '@app/contracts';
import { errands, LOCAL_WRITE, writes } from './activity-options';
import { DroppedSignals } from './dropped-signal';
import { unfailing } from './unfailing';
import { isKeeperRipe } from './age';

/**
 * The keeper of all dates of one organisation, or of the committee: sleeps until the next rung, acts in one local
 * write, asks for the next. The instant is judged by the writer, which reads the programme clock: an early timer only
 * makes it look again. While the clock stands it waits without a timer.
 */
export async function deadlinesWorkflow(start: KeeperStart): Promise<void> {
  let woken = true;
  setHandler(wakeKeeper, () => {
    woken = true;
  });
  setHandler(clockReleased, () => {
    woken = true;
  });
  new DroppedSignals(() => null).takeTheRest();
  let firings = start.firings ?? 0;
  const { revival, ...again } = start;
  let look: KeeperLook = revival ? { ...start, revivedAs: workflowInfo().firstExecutionRunId } : start;
  for (;;) {
    woken = false;
    const answer = await act(look);
    look = again;
    firings += answer.fired;
    for (const news of answer.news) await unfailing(errands.tellRun.executeWithOptions({ summary: 'expiry' }, [news]));
    if (answer.remindersAt) {
      await unfailing(
        errands.makeDailyReminders.executeWithOptions({ summary: `daily reminders @ ${answer.remindersAt}` }, [
          { campaignId: start.campaignId, keeperId: start.keeperId, at: answer.remindersAt },
        ]),
      );
      woken = true;
    }
    show(answer, firings);
    if (isKeeperRipe(start)) {
      await condition(allHandlersFinished);
      await continueAsNew<typeof deadlinesWorkflow>({ ...again, firings });
    }
    if (answer.next === null || answer.next === 'held') await condition(() => woken);
    else await condition(() => woken, Math.max(1, Math.ceil(answer.next.sleepMs)));
  }
}

async function act(look: KeeperLook): Promise<KeeperAnswer> {
  return unfailing(writes.actOnDeadlines.executeWithOptions({ ...LOCAL_WRITE, summary: 'look' }, [look]));
}

function show(answer: KeeperAnswer, firings: number): void {
  const next = answer.next === null ? '—' : answer.next === 'held' ? '时钟已停 clock held' : answer.next.at;
  setCurrentDetails(`**时限 deadlines**\n\n下一时点 next: ${next}\n\n已催办 fired: ${firings}`);
  if (answer.next && answer.next !== 'held') {
    upsertSearchAttributes([{ key: DUE_AT_ATTRIBUTE, value: new Date(answer.next.at) }]);
  }
}
