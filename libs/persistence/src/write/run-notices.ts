import type { EntityManager } from 'typeorm';
import {
  type Attribution,
  type BranchRunSetting,
  type BranchStep,
  handedTo,
  type Instant,
  type NoticeOrder,
  type Process,
  type RunKind,
  type RunTypes,
} from '@app/domain';
import { awaitedDeadlines } from '../read/awaited.queries';
import { barredFrom } from '../read/barred.queries';
import { holdersOf } from '../read/holder.queries';
import { addNotices, type NewNotice } from './notice';
import type { RunRow } from './run-table';

/** What one write of a run tells: its row as it is now, the state before, and what its decision orders. */
interface Telling {
  readonly entity: RunRow<RunTypes>;
  readonly before: RunTypes['state'];
  readonly orders: readonly NoticeOrder[];
  readonly write: {
    readonly runId: string;
    readonly operationKey: string;
    readonly at: Instant;
    readonly attribution: Attribution | null;
  };
}

/** Writes the notices that a decision orders, and the one of a hand-over to the office that holds the next step. */
export async function tellOffices(m: EntityManager, process: Process, telling: Telling): Promise<void> {
  const { entity, before, orders: told, write } = telling;
  const { setting, state: after } = entity;
  const next = handedTo(process, { setting, before, after, attribution: write.attribution, told });
  const orders: readonly NoticeOrder[] = next ? [...told, { to: next, subject: 'handed-over' }] : told;
  const notices: NewNotice[] = [];
  for (const { to: office, subject } of orders) {
    const handed = subject === 'handed-over' ? await handedOver(m, process, telling) : null;
    for (const to of await holdersOf(m, office)) {
      if (handed?.without.has(to.personId)) continue;
      notices.push({
        campaignId: entity.campaignId,
        programmeVersion: entity.programmeVersion,
        to,
        subject,
        runId: write.runId,
        deadline: handed?.deadline ?? null,
        ...(handed && { step: after.step }),
        colour: 'none',
        at: write.at,
        cause: write.operationKey,
        // what is handed over to one person at one step in a day reaches him together
      });
    }
  }
  await addNotices(m, notices);
}

/** By when what was handed over is needed, and whom it does not tell: who did it, and who may not take the next step. */
async function handedOver(
  m: EntityManager,
  process: Process,
  { entity: { setting, state }, write: { runId: id, at, attribution } }: Telling,
): Promise<{ readonly deadline: NewNotice['deadline']; readonly without: ReadonlySet<string> }> {
  const kind = process.kind as RunKind;
  const awaited = (await awaitedDeadlines(m, { kind, ids: [id] }, at)).get(id) ?? null;
  const barred = kind === 'branch-run' ? await barredFrom(m, yearOf(setting as BranchRunSetting, state.step)) : [];
  return {
    deadline: awaited === null ? null : { id: awaited, generation: null, rung: null },
    without: new Set([...barred, ...(attribution ? [attribution.actor] : [])]),
  };
}

function yearOf({ branchId, year }: BranchRunSetting, step: string) {
  return { branchId, year, step: step as BranchStep };
}
