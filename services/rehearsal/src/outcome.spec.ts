import fc from 'fast-check';
import { outcomeOf, type RecordedEvent, type RecordedRun, type RecordedSlip, type RehearsalRecord } from './outcome';

const event = (date: string, type: string, payload: Record<string, unknown> = {}): RecordedEvent => ({
  type,
  at: `${date}T02:00:00.000Z`,
  payload,
});
const closed = (date: string, disposition: string) => event(date, 'branch-run-closed', { disposition });
const run = (code: string, year: number, ...events: RecordedEvent[]): RecordedRun => ({ code, year, events });

const concluded = (date: string, score: number, result: 'passed' | 'failed') =>
  event(date, 'assessment-concluded', { score, result });

const slip = (stood: Partial<RecordedSlip>): RecordedSlip => ({
  colour: 'yellow',
  state: 'received',
  serial: 1,
  receivedOn: '2020-06-05',
  answeredAt: null,
  ended: null,
  ...stood,
});

const branches: readonly RecordedRun[] = [
  run(
    'A',
    2020,
    event('2020-04-20', 'survey-opened'),
    concluded('2020-10-20', 9700, 'passed'),
    event('2020-11-20', 'branch-registered'),
    event('2020-12-10', 'branch-recognised'),
    closed('2020-12-31', 'recognised'),
  ),
  run(
    'B',
    2020,
    event('2020-07-01', 'rung-fired', { rung: '+1' }),
    event('2020-07-03', 'rung-fired', { rung: '+3' }),
    event('2020-11-20', 'branch-registered'),
    event('2020-12-15', 'recheck-overturned', { score: 9450 }),
    closed('2020-12-31', 'carried-failed'),
  ),
  run('B', 2021, concluded('2021-09-27', 9450, 'failed'), closed('2021-12-20', 'carried-failed')),
  run('C', 2020, event('2020-09-09', 'branch-dissolved', { documentNumber: '苏委工〔2020〕撤字1号' })),
  run('D', 2020, event('2020-06-08', 'target-set', { target: 'next-year' }), closed('2020-12-31', 'carried-unplanned')),
];

const record: RehearsalRecord = {
  campaign: 'rehearsal-2020',
  seed: '1',
  until: '2021-12-20T02:00:00.000Z',
  rounds: [
    { year: 2020, name: '推进年', assessBy: '2020-11-30' },
    { year: 2021, name: '提升年', assessBy: '2021-11-30' },
  ],
  branches,
  organisations: [run('JG', 2020, event('2020-12-01', 'rung-fired', { rung: '+1' }))],
  slips: [
    slip({ state: 'closed', ended: 'met', answeredAt: '2020-06-10T02:00:00.000Z' }),
    slip({ state: 'closed', ended: 'decided', colour: 'red' }),
    slip({ state: 'void', ended: 'superseded', serial: null, receivedOn: null }),
  ],
  notices: [{ branch: 'B', at: '2020-07-01T01:00:00.000Z' }],
  secretaries: { B: '样例书记乙' },
  invariants: [],
  faults: [],
};

describe('the outcome of a rehearsal', () => {
  const [first, second] = outcomeOf(record).rounds;

  it('counts both figures at the assessment date and at the close, less what was overturned and dissolved', () => {
    expect(first?.filed).toEqual([
      { count: 2, of: 3, on: '2020-11-30' },
      { count: 1, of: 3, on: '2020-12-31' },
    ]);
    expect(first?.recognised).toEqual([
      { count: 0, of: 3, on: '2020-11-30' },
      { count: 1, of: 3, on: '2020-12-31' },
    ]);
    expect(second?.recognised.map(({ count }) => count)).toEqual([1, 1]);
  });

  it('gives every branch that is not recognised its reason', () => {
    expect(first?.notRecognised.map(({ code, disposition, reason }) => [code, disposition, reason[1]])).toEqual([
      ['B', 'carried-failed', 'overturned by the recheck, 94.50'],
      ['C', 'excluded', 'dissolved, 苏委工〔2020〕撤字1号'],
      ['D', 'carried-unplanned', 'not planned for this year'],
    ]);
    expect(second?.notRecognised.map(({ code, reason }) => [code, reason[0]])).toEqual([
      ['B', '对标评估 94.50，未达标'],
    ]);
  });

  it('counts escalations by rung over branches and organisations, and the busiest month by notices and tasks', () => {
    const { escalations, busiest } = outcomeOf(record);
    expect(escalations).toEqual({ '+1': 2, '+3': 1 });
    expect(busiest).toEqual({ name: 'A', month: '2020-04', notices: 0, tasks: 1 });
  });

  it('counts the slips by colour, how far each came and how it ended', () => {
    expect(outcomeOf(record).slips).toEqual({
      ...{ yellow: 2, red: 1, issued: 2, received: 2, answered: 1 },
      ...{ met: 1, decided: 1, notOwed: 0, void: 1 },
    });
  });

  it('does not depend on the order in which the runs were read', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...branches], { minLength: branches.length }), (shuffled) => {
        const { rounds, ...others } = outcomeOf({ ...record, branches: shuffled });
        const { rounds: expected, ...rest } = outcomeOf(record);
        expect(others).toEqual(rest);
        expect(rounds.map(({ filed, recognised }) => [filed, recognised])).toEqual(
          expected.map(({ filed, recognised }) => [filed, recognised]),
        );
      }),
    );
  });
});
