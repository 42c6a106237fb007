import { attemptAt } from './attempt';

const submitted = (recordedAt: string, attempt: number) => ({
  type: 'assessment-submitted',
  recordedAt,
  payload: { attempt },
});

const RECORD = [
  submitted('2020-10-12T02:00:00.000Z', 1),
  { type: 'assessment-returned', recordedAt: '2020-10-13T02:00:00.000Z', payload: {} },
  submitted('2020-10-14T02:00:00.000Z', 1),
  { type: 'assessment-concluded', recordedAt: '2020-10-20T02:00:00.000Z', payload: { attempt: 1 } },
  submitted('2020-11-02T02:00:00.000Z', 2),
];

describe('the attempt under way', () => {
  it.each([
    ['before the branch applied', '2020-10-12T01:59:59.999Z', null],
    ['at the moment of an application', '2020-10-12T02:00:00.000Z', 1],
    ['after one that came back for its form', '2020-10-15T02:00:00.000Z', 1],
    ['while the branch rectifies', '2020-11-02T01:59:59.999Z', 1],
    ['after it applied again', '2020-11-02T02:00:00.000Z', 2],
  ])('is known %s', (_when, at, attempt) => {
    expect(attemptAt(RECORD, at)).toBe(attempt);
  });
});
