import { BRANCH_STEP_TABLE, type BranchStep } from '../branch-run/branch-run.steps';
import type { WorkdayCalendar } from '../calendar/calendar';
import { ORGANISATION_STEP_TABLE } from '../organisation-run/organisation-run.steps';
import type { StepDates, Step } from '../process/process';
import { awaitedDate, type OpenDate, workdaysLeft } from './awaited-date';

const date = (kind: OpenDate['kind'], dueDate: string | null): OpenDate => ({ kind, dueDate });
const OWN = [date('branch-plan', '2020-06-30'), date('apply', '2020-09-30'), date('assess', '2020-11-15')];
const ABOVE = [
  date('survey', '2020-05-31'),
  date('organisation-plan', '2020-06-30'),
  date('assessment', '2020-11-30'),
  date('decision', '2020-11-30'),
];
const datesOf = (step: BranchStep): StepDates | undefined => {
  const table: Readonly<Record<BranchStep, Step>> = BRANCH_STEP_TABLE;
  return table[step].dates;
};

describe('the date by which a step is needed', () => {
  it.each<[BranchStep, string | null]>([
    ['survey-opening', '2020-05-31'],
    ['survey-writing', '2020-05-31'],
    ['target-waiting', '2020-06-30'],
    ['plan-approving', '2020-06-30'],
    ['building', '2020-09-30'],
    ['balloting', '2020-11-15'],
    ['assessing', '2020-11-15'],
    ['listing', '2020-11-30'],
    ['deciding', '2020-11-30'],
    ['registering', null],
    ['draw-waiting', null],
    ['maintaining', null],
  ])('%s: %s', (step, dueDate) => {
    expect(awaitedDate(datesOf(step), { own: OWN, above: ABOVE })?.dueDate ?? null).toBe(dueDate);
  });

  it('is the round’s assessment date once a branch that failed has none of its own', () => {
    const open = { own: [], above: ABOVE };
    expect(awaitedDate(datesOf('rectifying'), open, 'this-year')).toMatchObject({ kind: 'assessment' });
    expect(awaitedDate(datesOf('rectifying'), open, 'next-year')).toBeNull();
    expect(awaitedDate(datesOf('listing'), open, 'next-year')).toMatchObject({ kind: 'decision' });
  });

  it('is that of a correction before any other, the earliest of several, one that waits for a notice last', () => {
    const own = [date('correction', null), date('correction', '2020-10-09'), ...OWN];
    expect(awaitedDate(datesOf('building'), { own, above: [] })).toEqual(date('correction', '2020-10-09'));
    expect(awaitedDate(datesOf('building'), { own: own.slice(0, 1), above: [] })).toEqual(date('correction', null));
  });

  it.each(Object.entries({ ...BRANCH_STEP_TABLE, ...ORGANISATION_STEP_TABLE }))(
    '%s: what is escalated or expires has a date',
    (_, step: { readonly otherwise: string; readonly dates?: StepDates }) => {
      if (['escalated', 'expires'].includes(step.otherwise)) expect(step.dates).toBeDefined();
    },
  );
});

describe('workdays left', () => {
  const calendar: WorkdayCalendar = {
    days: { '2020-06-25': 'holiday', '2020-06-26': 'holiday', '2020-06-28': 'workday' },
    knownFrom: '2020-01-01',
    knownUntil: '2020-12-31',
  };
  it.each([
    ['2020-05-29', '2020-05-31', 0],
    ['2020-05-28', '2020-05-31', 1],
    ['2020-05-31', '2020-05-31', 0],
    ['2020-06-01', '2020-05-31', -1],
    ['2020-06-24', '2020-06-30', 3],
    ['2020-06-29', '2020-06-24', -2],
    ['2020-12-30', '2021-01-05', null],
    ['2021-01-04', '2020-12-31', null],
  ])('on %s, of %s: %s', (today, dueDate, left) => {
    expect(workdaysLeft(today, dueDate, calendar)).toBe(left);
  });
});
