import { InvalidArgumentError } from 'commander';
import { CLERK_DATE_FAULTS, isInstant, readClerkDate } from '@app/domain';

/** An option that must be a whole number. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('须为整数 / must be a whole number');
  return Number(text);
}

/** An option that must be a number above 0. */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (!(value > 0) || !Number.isFinite(value)) throw new InvalidArgumentError('须大于 0 / must be above 0');
  return value;
}

/** An option that must be an instant, written `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export function instant(text: string): string {
  if (!isInstant(text)) {
    throw new InvalidArgumentError(
      '须写作 2020-04-17T01:00:00.000Z / must be an instant like 2020-04-17T01:00:00.000Z',
    );
  }
  return text;
}

/** An option that must be a date, as people write it. */
export function civilDate(text: string): string {
  const read = readClerkDate(text);
  if (read.date === null) throw new InvalidArgumentError(`${CLERK_DATE_FAULTS[read.fault]} / must be a date`);
  return read.date;
}
