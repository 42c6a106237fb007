import { meetDeadline, planDeadline, type Deadline, type RungDefinition, type WorkdayCalendar } from '@app/domain';

/** A calendar with the make-up days of spring 2020. */
export const calendar: WorkdayCalendar = {
  knownFrom: '2020-01-01',
  knownUntil: '2022-12-31',
  days: {
    '2020-04-26': 'workday',
    '2020-05-01': 'holiday',
    '2020-05-04': 'holiday',
    '2020-05-05': 'holiday',
    '2020-05-09': 'workday',
  },
};
/** One rung of a ladder. */
export const rung = (
  offset: number,
  kind: RungDefinition['kind'],
  colour: RungDefinition['colour'],
): RungDefinition => ({
  offset,
  kind,
  to: kind === 'remind' ? ['holder'] : ['owing-office', 'superior-office'],
  colour,
});
/** The ladder of the sample: reminders, then yellow and red. */
export const ladder = [
  rung(-30, 'remind', 'none'),
  rung(-7, 'remind', 'blue'),
  rung(-1, 'remind', 'blue'),
  rung(1, 'escalate', 'yellow'),
  rung(3, 'escalate', 'yellow'),
  rung(7, 'escalate', 'red'),
  rung(15, 'escalate', 'none'),
];
/** The day of the circular. */
export const openedAt = '2020-04-17T00:00:00.000Z';
/** A deadline with one reading. */
export const survey = planDeadline(
  {
    id: 'd1',
    kind: 'survey',
    body: 'organisation',
    openedAt,
    remindByDate: '2020-05-31',
    dueDate: '2020-05-31',
    ladder,
  },
  calendar,
);
/** "2月前": reminded by the earlier reading, escalated by the later. */
export const twoReadings = planDeadline(
  {
    id: 'd2',
    kind: 'branch-plan',
    body: 'branch',
    openedAt: '2020-12-31T16:00:00.000Z',
    remindByDate: '2021-01-31',
    dueDate: '2021-02-28',
    ladder,
  },
  calendar,
);
/** Meets the survey, at the instant given. */
export const meet = (
  deadline: Deadline,
  submittedAt: string,
  happenedAt?: string,
  paperDate?: string,
  recordedAt = submittedAt,
) =>
  meetDeadline(
    deadline,
    {
      submittedAt,
      ...(happenedAt === undefined ? {} : { happenedAt }),
      ...(paperDate === undefined ? {} : { lateEntry: { paperDate, recordedAt } }),
    },
    { calendar, lateEntryWorkdays: 10 },
  );
