import { addDays, type CalendarDay, type CalendarNotice, daysBetween } from '@app/domain';

/** A holiday of a notice: its days off, from and until, and the make-up workdays that go with it. */
type Holiday = readonly [name: string, off: string, works?: string];

const notice = (
  number: string,
  dated: string,
  { year, holidays }: { readonly year: number; readonly holidays: readonly Holiday[] },
): CalendarNotice => ({
  number,
  dated,
  days: holidays
    .flatMap(([name, off, works = '']): CalendarDay[] => [
      ...daysOf(off, year).map((date) => ({ date, kind: 'holiday' as const, name })),
      ...works
        .split(' ')
        .filter((word) => word !== '')
        .map((word) => ({ date: dateOf(word, year), kind: 'workday' as const, name })),
    ])
    .sort((one, other) => (one.date < other.date ? -1 : 1)),
});

/**
 * The General Office's notices from 2019 to 2026, written down from their texts (with the weekends that the days off join
 * or hold), in the order of their dates. `12-30` in the notice of 2019 is of the year before; `-12-30` says so.
 */
export const NOTICES: readonly CalendarNotice[] = [
  notice('国办发明电〔2018〕15号', '2018-12-06', {
    year: 2019,
    holidays: [
      ['元旦', '-12-30..01-01', '-12-29'],
      ['春节', '02-04..02-10', '02-02 02-03'],
      ['清明节', '04-05..04-07'],
      ['劳动节', '05-01'],
      ['端午节', '06-07..06-09'],
      ['中秋节', '09-13..09-15'],
      ['国庆节', '10-01..10-07', '09-29 10-12'],
    ],
  }),
  notice('国办发明电〔2019〕3号', '2019-03-22', { year: 2019, holidays: [['劳动节', '05-01..05-04', '04-28 05-05']] }),
  notice('国办发明电〔2019〕16号', '2019-11-21', {
    year: 2020,
    holidays: [
      ['元旦', '01-01'],
      ['春节', '01-24..01-30', '01-19 02-01'],
      ['清明节', '04-04..04-06'],
      ['劳动节', '05-01..05-05', '04-26 05-09'],
      ['端午节', '06-25..06-27', '06-28'],
      ['国庆节', '10-01..10-08', '09-27 10-10'],
    ],
  }),
  notice('国办发明电〔2020〕1号', '2020-01-26', { year: 2020, holidays: [['春节', '01-31..02-02']] }),
  notice('国办发明电〔2020〕27号', '2020-11-25', {
    year: 2021,
    holidays: [
      ['元旦', '01-01..01-03'],
      ['春节', '02-11..02-17', '02-07 02-20'],
      ['清明节', '04-03..04-05'],
      ['劳动节', '05-01..05-05', '04-25 05-08'],
      ['端午节', '06-12..06-14'],
      ['中秋节', '09-19..09-21', '09-18'],
      ['国庆节', '10-01..10-07', '09-26 10-09'],
    ],
  }),
  notice('国办发明电〔2021〕11号', '2021-10-25', {
    year: 2022,
    holidays: [
      ['元旦', '01-01..01-03'],
      ['春节', '01-31..02-06', '01-29 01-30'],
      ['清明节', '04-03..04-05', '04-02'],
      ['劳动节', '04-30..05-04', '04-24 05-07'],
      ['端午节', '06-03..06-05'],
      ['中秋节', '09-10..09-12'],
      ['国庆节', '10-01..10-07', '10-08 10-09'],
    ],
  }),
  notice('国办发明电〔2022〕16号', '2022-12-08', {
    year: 2023,
    holidays: [
      ['元旦', '-12-31..01-02'],
      ['春节', '01-21..01-27', '01-28 01-29'],
      ['清明节', '04-05'],
      ['劳动节', '04-29..05-03', '04-23 05-06'],
      ['端午节', '06-22..06-24', '06-25'],
      ['中秋节、国庆节', '09-29..10-06', '10-07 10-08'],
    ],
  }),
  notice('国办发明电〔2023〕7号', '2023-10-25', {
    year: 2024,
    holidays: [
      ['元旦', '01-01'],
      ['春节', '02-10..02-17', '02-04 02-18'],
      ['清明节', '04-04..04-06', '04-07'],
      ['劳动节', '05-01..05-05', '04-28 05-11'],
      ['端午节', '06-10'],
      ['中秋节', '09-15..09-17', '09-14'],
      ['国庆节', '10-01..10-07', '09-29 10-12'],
    ],
  }),
  notice('国办发明电〔2024〕12号', '2024-11-12', {
    year: 2025,
    holidays: [
      ['元旦', '01-01'],
      ['春节', '01-28..02-04', '01-26 02-08'],
      ['清明节', '04-04..04-06'],
      ['劳动节', '05-01..05-05', '04-27'],
      ['端午节', '05-31..06-02'],
      ['国庆节、中秋节', '10-01..10-08', '09-28 10-11'],
    ],
  }),
  notice('国办发明电〔2025〕7号', '2025-11-04', {
    year: 2026,
    holidays: [
      ['元旦', '01-01..01-03', '01-04'],
      ['春节', '02-15..02-23', '02-14 02-28'],
      ['清明节', '04-04..04-06'],
      ['劳动节', '05-01..05-05', '05-09'],
      ['端午节', '06-19..06-21'],
      ['中秋节', '09-25..09-27'],
      ['国庆节', '10-01..10-07', '09-20 10-10'],
    ],
  }),
];

/** A notice of a year that is not published yet, invented; 28 December of the year before is made up for. */
export const NEXT_YEAR: CalendarNotice = notice('国办发明电〔2026〕9号', '2026-11-26', {
  year: 2027,
  holidays: [
    ['元旦', '01-01..01-03', '-12-27'],
    ['春节', '02-05..02-12', '02-13'],
    ['清明节', '04-05'],
    ['劳动节', '05-01..05-05', '05-08'],
    ['端午节', '06-09'],
    ['中秋节', '09-15'],
    ['国庆节', '10-01..10-07', '10-09'],
  ],
});

/** A notice as the file that a clerk would save: `日期,类型,节日`, dates as `write` has them. */
export function noticeFile({ days }: CalendarNotice, write = (date: string) => date): string {
  const words = { holiday: '休', workday: '班', ordinary: '平' };
  return ['日期,类型,节日', ...days.map(({ date, kind, name }) => `${write(date)},${words[kind]},${name}`), ''].join(
    '\n',
  );
}

function daysOf(span: string, year: number): string[] {
  const [from = '', until = from] = span.split('..').map((word) => dateOf(word, year));
  return Array.from({ length: daysBetween(from, until) + 1 }, (_, index) => addDays(from, index));
}

function dateOf(word: string, year: number): string {
  return word.startsWith('-') ? `${year - 1}${word}` : `${year}-${word}`;
}
