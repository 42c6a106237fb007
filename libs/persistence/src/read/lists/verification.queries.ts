import type { EntityManager } from 'typeorm';
import {
  type Instant,
  type Verification,
  type VerificationState,
  type VerificationWay,
  verificationStateAt,
} from '@app/domain';
import { toInstant } from '../../tables/columns';
import { VerificationEntity } from '../../tables/verification.entity';
import { Conditions, type Listed, type PageRequest, readPage, select } from '../select';

/** A verification as it stands: `events` are those to check, `faults` those found. */
export interface VerificationLine {
  readonly id: string;
  readonly campaignId: string;
  readonly way: VerificationWay;
  readonly startedBy: string | null;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly state: VerificationState;
  readonly events: number | null;
  readonly eventsChecked: number;
  readonly streamsChecked: number;
  readonly faults: number | null;
}

type Row = Omit<VerificationLine, 'startedAt' | 'endedAt'> & {
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly silentMs: number;
};

const COLUMNS = `v.id, v.campaign_id AS campaignId, v.way, v.started_by AS startedBy, v.started_at AS startedAt,
   v.ended_at AS endedAt, v.state, v.events, v.events_checked AS eventsChecked, v.streams_checked AS streamsChecked,
   v.faults, TIMESTAMPDIFF(MICROSECOND, v.heard_at, UTC_TIMESTAMP(3)) / 1000 AS silentMs`;

/** One page of a campaign's verifications, the newest first. */
export async function listVerifications(
  m: EntityManager,
  { campaignId, page }: { readonly campaignId: string; readonly page: PageRequest },
): Promise<Listed<VerificationLine>> {
  const { items, nextCursor } = await readPage<Row>(m, {
    columns: COLUMNS,
    from: 'verifications v',
    where: new Conditions().equal('v.campaign_id', campaignId),
    sort: {
      keys: [{ sql: 'v.started_at', isInstant: true }, { sql: 'v.heard_at', isInstant: true }, { sql: 'v.id' }],
      descending: true,
    },
    page,
  });
  return { items: items.map(toLine), nextCursor };
}

/** One verification with all that it found; null where there is none. */
export async function readVerification(
  m: EntityManager,
  id: string,
): Promise<(VerificationLine & { readonly result: Verification | null }) | null> {
  const [row] = await select<Row>(m, `SELECT ${COLUMNS} FROM verifications v WHERE v.id = ?`, [id]);
  if (!row) return null;
  const { result } = await m.findOneByOrFail(VerificationEntity, { id });
  return { ...toLine(row), result };
}

function toLine({ silentMs, startedAt, endedAt, state, ...row }: Row): VerificationLine {
  return {
    ...row,
    startedAt: toInstant(startedAt),
    endedAt: toInstant(endedAt),
    state: verificationStateAt(state, Number(silentMs)),
  };
}
