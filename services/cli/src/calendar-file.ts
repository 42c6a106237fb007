import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { CALENDAR_LAYOUT, checkCalendarFile, type PlacedDay } from '@app/domain';
import { readTable } from '@app/platform';
import type { Context } from './context';
import { refuseFaults } from './faults';
import { both, Refused } from './say';
import type { Format } from './table';

/** The days of a notice's file, or its faults printed and a refusal. */
export function readNoticeFile(context: Context, csv: string, format: Format): readonly PlacedDay[] {
  const file = basename(csv);
  const { rows, faults } = readTable(readBytes(csv), CALENDAR_LAYOUT);
  refuseFaults(
    context,
    faults.map((fault) => ({ file, ...fault })),
    format,
  );
  const checked = checkCalendarFile(rows);
  refuseFaults(
    context,
    checked.faults.map((fault) => ({ file, ...fault })),
    format,
  );
  return checked.days;
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refused(both(`无法读取文件 ${path}`, `cannot read the file: ${reason}`));
  }
}
