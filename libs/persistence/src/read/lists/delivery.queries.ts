import type { EntityManager } from 'typeorm';
import type { DeliveryState, Instant, TryOutcome } from '@app/domain';
import { toInstant } from '../../tables/columns';
import { Conditions, type Listed, type PageRequest, readPage, select } from '../select';

/** A delivery and its last try. */
export interface DeliveryLine {
  readonly id: string;
  readonly personId: string;
  readonly notices: number;
  readonly state: DeliveryState;
  readonly madeAt: Instant;
  readonly tries: number;
  readonly lastTriedAt: Instant | null;
  readonly lastOutcome: TryOutcome | null;
  /** In the other side's words, without the address. */
  readonly lastAnswer: string | null;
  readonly nextTryAt: Instant | null;
}

interface Asked {
  readonly campaignId: string;
  readonly page: PageRequest;
  readonly state?: DeliveryState | undefined;
}

type Row = Omit<DeliveryLine, 'madeAt' | 'lastTriedAt' | 'nextTryAt'> & {
  readonly madeAt: Date;
  readonly lastTriedAt: Date | null;
  readonly nextTryAt: Date | null;
};

/** One page of a campaign's deliveries, the newest first. */
export async function listDeliveries(
  m: EntityManager,
  { campaignId, page, state }: Asked,
): Promise<Listed<DeliveryLine>> {
  const { items, nextCursor } = await readPage<Row>(m, {
    columns: `d.id, d.person_id AS personId, d.notices, d.state, d.made_at AS madeAt, d.tries, t.at AS lastTriedAt,
      t.outcome AS lastOutcome, t.answer AS lastAnswer, d.next_try_at AS nextTryAt`,
    from: 'deliveries d LEFT JOIN delivery_tries t ON t.delivery_id = d.id AND t.no = d.tries',
    where: new Conditions().equal('d.campaign_id', campaignId).equal('d.state', state),
    sort: { keys: [{ sql: 'd.made_at', isInstant: true }, { sql: 'd.id' }], descending: true },
    page,
  });
  return {
    items: items.map((row) => ({
      ...row,
      madeAt: toInstant(row.madeAt),
      lastTriedAt: toInstant(row.lastTriedAt),
      nextTryAt: toInstant(row.nextTryAt),
    })),
    nextCursor,
  };
}

/** The newest delivery to a person; null where there was none. */
export async function lastDeliveryOf(m: EntityManager, personId: string) {
  const [row] = await select<{
    state: DeliveryState;
    notices: number;
    tries: number;
    madeAt: Date;
    endedAt: Date | null;
  }>(
    m,
    `SELECT state, notices, tries, made_at AS madeAt, ended_at AS endedAt FROM deliveries
      WHERE person_id = ? ORDER BY made_at DESC LIMIT 1`,
    [personId],
  );
  return row ? { ...row, madeAt: toInstant(row.madeAt), endedAt: toInstant(row.endedAt) } : null;
}

/** How many deliveries wait to be sent and how many were given up, in all campaigns. */
export async function countDeliveries(m: EntityManager): Promise<Readonly<Record<'waiting' | 'given-up', number>>> {
  const rows = await select<{ state: 'waiting' | 'given-up'; count: string }>(
    m,
    "SELECT state, COUNT(*) AS count FROM deliveries WHERE state IN ('waiting', 'given-up') GROUP BY state",
    [],
  );
  const of = (state: string) => Number(rows.find((row) => row.state === state)?.count ?? 0);
  return { waiting: of('waiting'), 'given-up': of('given-up') };
}
