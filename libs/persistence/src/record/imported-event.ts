import type { EntityManager } from 'typeorm';
import type { Instant } from '@app/domain';
import { marks } from '../read/select';
import type { NewEvent } from './event-log';

/** Stands for the campaign in events of what belongs to none: programmes, the calendar. */
export const NO_CAMPAIGN = '0000000000000000';

/** When an operator's write happens: programme time, and real time; equal where there is no campaign. */
export interface Written {
  readonly recordedAt: Instant;
  readonly writtenAt: Instant;
}

/** Whose event it is; absent for what belongs to no campaign. */
export interface OwningCampaign {
  readonly campaignId: string;
  readonly campaignKey: string;
  readonly programmeVersion: string;
}

/** An event that came in from a file or the command line: nobody is signed in there, so it names no actor. */
export function importedEvent(
  event: Pick<NewEvent, 'stream' | 'type' | 'operationKey' | 'payload'>,
  { recordedAt, writtenAt }: Written,
  campaign?: OwningCampaign,
): NewEvent {
  return {
    campaign: campaign?.campaignId ?? NO_CAMPAIGN,
    programmeVersion: campaign?.programmeVersion ?? '',
    actor: null,
    office: null,
    provenance: 'import',
    happenedAt: null,
    recordedAt,
    writtenAt,
    ...event,
  };
}

/** Inserts many rows of one table, a thousand a statement; `tail` follows the values, for example ON DUPLICATE KEY UPDATE. */
export async function insertRows(
  m: EntityManager,
  {
    table,
    columns,
    rows,
    tail = '',
  }: {
    readonly table: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly unknown[])[];
    readonly tail?: string;
  },
): Promise<void> {
  const placeholders = `(${marks(columns)})`;
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    const part = rows.slice(from, from + ROWS_PER_STATEMENT);
    await m.query(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${part.map(() => placeholders).join(', ')} ${tail}`,
      part.flat(),
    );
  }
}

const ROWS_PER_STATEMENT = 1000;
