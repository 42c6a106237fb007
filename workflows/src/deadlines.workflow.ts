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
  let woken = start.next === undefined;
  setHandler(wakeKeeper, () => {
    woken = true;
  });
  setHandler(clockReleased, () => {
    woken = true;
  });
  new DroppedSignals(() => null).takeTheRest();
  let firings = start.firings ?? 0;
  const { revival, next: found, ...again } = start;
  let look: KeeperLook = revival ? { ...again, revival, revivedAs: workflowInfo().firstExecutionRunId } : again;
  if (found !== undefined) {
    setCurrentDetails(detailsOf({ next: found }, firings));
    await untilDue(found);
  }
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
      await continueAsNew<typeof deadlinesWorkflow>({ ...again, firings, ...(!woken && { next: answer.next }) });
    }
    await untilDue(answer.next);
  }

  async function untilDue(next: KeeperAnswer['next']): Promise<void> {
    if (next === null || next === 'held') await condition(() => woken);
    else await condition(() => woken, Math.max(1, Math.ceil(next.sleepMs)));
  }
}

async function act(look: KeeperLook): Promise<KeeperAnswer> {
  return unfailing(writes.actOnDeadlines.executeWithOptions({ ...LOCAL_WRITE, summary: 'look' }, [look]));
}

function detailsOf({ next }: Pick<KeeperAnswer, 'next'>, firings: number): string {
  const instant = next === null ? '—' : next === 'held' ? '时钟已停 clock held' : next.at;
  return `**时限 deadlines**\n\n下一时点 next: ${instant}\n\n已催办 fired: ${firings}`;
}

function show(answer: KeeperAnswer, firings: number): void {
  setCurrentDetails(detailsOf(answer, firings));
  if (answer.next && answer.next !== 'held') {
    upsertSearchAttributes([{ key: DUE_AT_ATTRIBUTE, value: new Date(answer.next.at) }]);
  }
}
