import notices from 'chinese-days/dist/chinese-days.json';
import type { CalendarDay, CalendarNotice } from '@app/domain';

/** The library whose table the seed is cut from; it merges the notices of a year, so that each day is given back to its own. */
export const SEED_LIBRARY = 'chinese-days 1.5.7';

interface PublishedNotice {
  readonly number: string;
  readonly dated: string;
  readonly from: string;
  readonly until: string;
}

/** The General Office's yearly notices: each arranges a year and the last days of December before it. */
const YEARLY: readonly PublishedNotice[] = [
  yearly(2019, '国办发明电〔2018〕15号', '2018-12-06'),
  yearly(2020, '国办发明电〔2019〕16号', '2019-11-21'),
  yearly(2021, '国办发明电〔2020〕27号', '2020-11-25'),
  yearly(2022, '国办发明电〔2021〕11号', '2021-10-25'),
  yearly(2023, '国办发明电〔2022〕16号', '2022-12-08'),
  yearly(2024, '国办发明电〔2023〕7号', '2023-10-25'),
  yearly(2025, '国办发明电〔2024〕12号', '2024-11-12'),
  yearly(2026, '国办发明电〔2025〕7号', '2025-11-04'),
];

/** Notices in the course of a year: 劳动节 of 2019, and 春节 of 2020, which was extended. */
const SUPPLEMENTARY: readonly PublishedNotice[] = [
  { number: '国办发明电〔2019〕3号', dated: '2019-03-22', from: '2019-04-28', until: '2019-05-05' },
  { number: '国办发明电〔2020〕1号', dated: '2020-01-26', from: '2020-01-31', until: '2020-02-02' },
];

/** The published notices that an empty calendar is filled with, in the order of their dates; later ones come from files. */
export function publishedNotices(): CalendarNotice[] {
  const days = publishedDays();
  const within = ({ date }: CalendarDay, { from, until }: PublishedNotice) => date >= from && date <= until;
  return [...YEARLY, ...SUPPLEMENTARY]
    .map((notice) => ({
      number: notice.number,
      dated: notice.dated,
      days: days
        .filter((day) => within(day, notice))
        .filter((day) => SUPPLEMENTARY.includes(notice) || !SUPPLEMENTARY.some((other) => within(day, other))),
    }))
    .sort((one, other) => (one.dated < other.dated ? -1 : 1));
}

/** The days off and make-up workdays of the library, in order; its own date functions depend on the machine's zone and are not used. */
function publishedDays(): CalendarDay[] {
  const kinds = [
    ['holiday', notices.holidays],
    ['workday', notices.workdays],
  ] as const;
  return kinds
    .flatMap(([kind, days]) => Object.entries(days).map(([date, label]) => ({ date, kind, name: chineseName(label) })))
    .sort((left, right) => (left.date < right.date ? -1 : 1));
}

function yearly(year: number, number: string, dated: string): PublishedNotice {
  return { number, dated, from: `${year - 1}-12-29`, until: `${year}-12-28` };
}

/** Labels read `Spring Festival,春节,4`. */
function chineseName(label: string): string {
  return label.split(',')[1] ?? label;
}
