import type { EntityManager } from 'typeorm';
import {
  type Deadline,
  type DeadlineSurroundings,
  type Instant,
  nextSlip,
  type PlannedRung,
  type Programme,
  slipCommander,
} from '@app/domain';
import { lateBranches } from '../read/awaited.queries';
import { idOf } from '../record/ids';
import type { DeadlineEntity } from '../tables/deadline.entity';
import type { SlipEntity } from '../tables/slip.entity';
import { endOne, issueByItself, lockSlips, recordSlip, type SlipSource } from './slip';

/** When rungs fire: programme time and real time. */
export interface FiringMoment {
  readonly now: Instant;
  readonly writtenAt: Instant;
}

/** A date with its rungs that are due. */
export interface Firing {
  readonly row: DeadlineEntity;
  readonly deadline: Deadline;
  readonly rungs: readonly PlannedRung[];
}

interface Laying {
  readonly around: ReadonlyMap<string, DeadlineSurroundings>;
  readonly programme: Programme;
  readonly moment: FiringMoment;
}

/** Lays the slips of fired rungs before the officers who command, or issues them where the programme says so; in the keeper's transaction. */
export async function layDrafts(m: EntityManager, firings: readonly Firing[], laying: Laying): Promise<void> {
  const slipping = firings.filter(({ rungs }) => rungs.some(({ slip }) => slip));
  if (slipping.length === 0) return;
  const before = await lockSlips(
    m,
    slipping.map(({ row }) => row.id),
  );
  for (const firing of slipping) {
    const about = before.filter(({ deadlineId }) => deadlineId === firing.row.id);
    for (const rung of firing.rungs) if (rung.slip) await layDraft(m, { firing, rung, about }, laying);
  }
}

/** `about`: the slips about the date before; the new one joins them. */
async function layDraft(
  m: EntityManager,
  { firing, rung, about }: { readonly firing: Firing; readonly rung: PlannedRung; readonly about: SlipEntity[] },
  { around, programme, moment }: Laying,
): Promise<void> {
  const { row, deadline } = firing;
  const commander = slipCommander(row.body, around.get(row.id)?.direct ?? false);
  const { isDrafted, superseded } = nextSlip(about, deadline.generation);
  if (!commander || !isDrafted) return;
  const { now: recordedAt, writtenAt } = moment;
  const operationKey = `${row.id}/${deadline.generation}/${rung.rung}`;
  const source: SlipSource = { operationKey, provenance: 'keeper', recordedAt, writtenAt };
  for (const former of about.splice(0)) {
    if (superseded.includes(former.id)) await endOne(m, former, { ended: 'superseded', source });
    else about.push(former);
  }
  const { id: deadlineId, campaignId, programmeVersion, organisationId, branchId } = row;
  const { generation } = deadline;
  const { rung: name, colour } = rung;
  const lines = await lateBranches(m, row);
  const draft = { deadlineId, generation, rung: name, colour, organisationId, branchId, commander, lines };
  const slip = await recordSlip(
    m,
    { id: idOf('slip', deadlineId, generation, name), campaignId, programmeVersion },
    { events: [{ type: 'slip-drafted', payload: { ...draft, at: recordedAt } }], source },
  );
  about.push(programme.slipIssue === 'automatic' ? await issueByItself(m, slip, source) : slip);
}
