import { CALENDAR_LAYOUT, checkCalendarFile, type PlacedDay } from '@app/domain';
import { readTableFile } from '@app/platform';
import type { Context } from './context';
import { refuseFaults } from './faults';
import type { Format } from './table';

/** The days of a notice's file, or its faults printed and a refusal. */
export async function readNoticeFile(context: Context, csv: string, format: Format): Promise<readonly PlacedDay[]> {
  const { rows, faults } = await readTableFile(csv, CALENDAR_LAYOUT);
  refuseFaults(
    context,
    faults.map((fault) => ({ file: csv, ...fault })),
    format,
  );
  const checked = checkCalendarFile(rows);
  refuseFaults(
    context,
    checked.faults.map((fault) => ({ file: csv, ...fault })),
    format,
  );
  return checked.days;
}
