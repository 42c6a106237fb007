import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { transformSync } from '@swc/core';

const SOURCES = [
  'time/time',
  'errors',
  'time/civil-date',
  'calendar/calendar-festivals',
  'calendar/calendar',
  'deadline/deadline-plan',
  'process/stated-date',
  'deadline/light',
  'deadline/deadline',
  'time/programme-clock',
];

/** Answers that would differ if any rule read the machine's zone: days of clock change, midnights on both sides. */
const QUESTIONS = `
  const calendar = { knownFrom: '2020-01-01', knownUntil: '2022-12-31', days: { '2022-01-30': 'workday', '2022-01-31': 'holiday' } };
  const ladder = [[-7, 'remind', 'blue'], [1, 'escalate', 'yellow'], [7, 'escalate', 'red']]
    .map(([offset, kind, colour]) => ({ offset, kind, colour, to: ['holder'] }));
  const plan = (dueDate) => load('deadline').planDeadline(
    { id: 'd', kind: 'survey', body: 'branch', openedAt: '2020-02-01T00:00:00.000Z', remindByDate: dueDate, dueDate, ladder }, calendar);
  const dates = load('civil-date');
  const days = ['2020-03-08', '2020-03-29', '2020-05-31', '2020-10-25', '2020-11-01', '2021-03-14', '2022-01-31', '2022-11-06'];
  const answers = days.map((day) => [
    dates.addDays(day, 1), dates.addDays(day, -1), dates.weekday(day), dates.endOfDayInShanghai(day), dates.atShanghai(day, '09:00'),
    dates.shanghaiDateOf(day + 'T15:59:59.999Z'), dates.shanghaiDateOf(day + 'T16:00:00.000Z'),
    load('calendar').addWorkdays(day, 5, calendar), load('calendar').workdaysBetween(day, '2022-01-28', calendar),
    load('light').lightAt(plan(day), dates.atShanghai(dates.addDays(day, 1), '00:00')), plan(day),
  ]);
  const clock = { anchorReal: '2021-03-14T09:00:00.000Z', anchorProgramme: '2020-03-08T09:00:00.000Z', rate: 3600,
    heldSince: null, holdsAt: null, heartbeatAt: null, rehearsal: false };
  answers.push([load('programme-clock').programmeNow(clock, '2021-03-14T10:30:00.000Z')]);
  process.stdout.write(JSON.stringify({ offset: new Date('2020-07-01T00:00:00.000Z').getTimezoneOffset(), answers }));
`;

function askIn(zone: string): { offset: number; answers: unknown } {
  const modules = SOURCES.map((name) => {
    const source = readFileSync(join(__dirname, '..', `${name}.ts`), 'utf8');
    const { code } = transformSync(source, {
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'commonjs' },
    });
    return `${JSON.stringify(basename(name))}: (exports, require) => {${code}\n}`;
  });
  const loader = `
    const sources = {${modules.join(',')}};
    const loaded = {};
    const load = (name) => {
      if (!loaded[name]) sources[name](loaded[name] = {}, (path) => load(path.split('/').at(-1)));
      return loaded[name];
    };`;
  const output = execFileSync(process.execPath, ['-'], {
    input: loader + QUESTIONS,
    env: { ...process.env, TZ: zone },
  });
  return JSON.parse(output.toString()) as { offset: number; answers: unknown };
}

describe("the machine's zone", () => {
  it('changes no date, deadline, light or clock', () => {
    const [utc, ...others] = ['UTC', 'America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Kiritimati'].map(askIn);
    expect(others.map(({ offset }) => offset)).toEqual([420, -480, -840]);
    for (const { answers } of others) expect(answers).toEqual(utc?.answers);
  });
});
