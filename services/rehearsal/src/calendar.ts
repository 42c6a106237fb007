import type { CivilDate, Instant } from '@app/domain';

/** A moment at which the clock stands and everybody does what the script has him do. */
export interface Moment {
  readonly at: Instant;
  readonly on: CivilDate;
  /** The evening of a date of the circular: one branch's story is told, nobody acts. */
  readonly story: boolean;
}

/** When the standing campaign is left as it is. */
export const STANDING_ON: CivilDate = '2020-11-20';

/** The evening of that day, on which the standing campaign is left. */
export const STANDING_EVENING: Moment = { at: `${STANDING_ON}T09:00:00.000Z`, on: STANDING_ON, story: false };

/** The evenings on which one branch's story is told. */
export const STORY_DAYS: readonly CivilDate[] = ['2020-05-31', '2020-11-30', '2021-11-30', '2022-07-31'];

/** Working days of the rehearsal, `MM-DD` by year; every date of the script is among them. */
const DAYS: Readonly<Record<number, string>> = {
  2020: `04-17 04-21 05-11 05-13 05-18 05-20 05-25 05-27 05-28 05-29 06-04 06-05 06-10 06-11 06-12 06-15 06-17 06-19
    06-22 06-24 06-28 06-29 07-03 07-06 07-08 07-10 07-22 07-24 08-10 08-24 09-10 09-15 10-12 10-14 10-16 10-19 10-21
    10-23 10-26 10-28 10-30 11-02 11-04 11-06 11-09 11-10 11-11 11-12 11-13 11-16 11-17 11-18 11-19 11-20 11-23 11-24
    11-25 11-26 11-27 11-30 12-01 12-02 12-04 12-08 12-09 12-10 12-11 12-14 12-15 12-16 12-17 12-25 12-30`,
  2021: `01-04 01-11 01-13 01-18 01-20 01-22 01-25 01-27 01-29 02-24 02-26 03-03 03-05 03-22 03-24 06-07 06-09 06-11
    06-15 06-17 06-21 06-23 06-25 07-05 07-06 07-07 07-09 10-11 10-12 10-13 10-15 10-18 10-19 10-20 10-22 10-25 11-03
    12-15`,
  2022: `01-04 01-10 01-12 01-17 01-19 01-21 01-24 01-26 03-07 03-09 03-11 03-14 03-16 03-18 05-09 05-11 05-16 05-18
    05-23 05-25 06-06 06-08 06-20 06-21 06-22 06-24 06-28 06-29 06-30 07-04 07-05 07-14 07-25 07-27 08-02 08-10`,
};

/** What the committee does by its own calendar; the rest it does when it comes before it. No day: the round opens by itself. */
export const COMMITTEE_DAYS: Readonly<
  Record<
    number,
    { readonly open: CivilDate | null; readonly close: CivilDate } & Record<'draw' | 'publish', readonly CivilDate[]>
  >
> = {
  2020: {
    open: '2020-04-17',
    draw: ['2020-11-26', '2020-12-11'],
    publish: ['2020-12-02', '2020-12-17'],
    close: '2020-12-30',
  },
  2021: { open: null, draw: ['2021-10-18'], publish: ['2021-10-25'], close: '2021-12-15' },
  2022: { open: null, draw: ['2022-06-28'], publish: ['2022-07-05'], close: '2022-08-10' },
};

/** Every moment in order: 10:00 of a working day, 23:00 of a story's day, in Suzhou. */
export const MOMENTS: readonly Moment[] = [
  ...Object.entries(DAYS).flatMap(([year, days]) =>
    days.split(/\s+/).map((day) => ({ at: `${year}-${day}T02:00:00.000Z`, on: `${year}-${day}`, story: false })),
  ),
  ...STORY_DAYS.map((on) => ({ at: `${on}T15:00:00.000Z`, on, story: true })),
].sort((a, b) => (a.at < b.at ? -1 : 1));

/** Every instant to which a rehearsal lets its clock go. */
export const STOPS: readonly Instant[] = [...MOMENTS, STANDING_EVENING].map(({ at }) => at).sort();
export const LAST_STOP = STOPS.at(-1) ?? '';
