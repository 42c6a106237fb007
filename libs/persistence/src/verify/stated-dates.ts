/** Checks the dates that persons stated against the rule that was asked when they were written. */
import { type DatedEvent, statedDateFault, statesDate } from '@app/domain';
import { beginningOf } from '../write/stated-dates';
import { type Findings, placeOf } from './findings';
import type { CheckedRun } from './folded-rows';
import type { Snapshot } from './snapshot';

export async function checkDates({ m }: Snapshot, findings: Findings, runs: readonly CheckedRun[]): Promise<void> {
  for (const { row, events } of runs) {
    const dated = events.flatMap((event): { event: typeof event; record: DatedEvent }[] =>
      event.record ? [{ event, record: event.record }] : [],
    );
    const stating = dated.filter(({ record }) => statesDate(record));
    if (stating.length === 0) continue;
    const beginning = await beginningOf(m, row);
    const records = dated.map(({ record }) => record);
    for (const { event, record } of stating) {
      findings.looked('dates');
      const fault = statedDateFault(records.slice(0, records.indexOf(record)), record, beginning);
      if (fault) findings.fault('dates', placeOf(event), fault.message);
    }
  }
}
