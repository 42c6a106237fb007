import fc from 'fast-check';
import { busiestMonth, type Summary, summaryLines } from './summary';

const summary: Summary = {
  campaign: 'rehearsal-2020',
  seed: '2020',
  from: '2020-04-17',
  until: '2022-08-29',
  rounds: [
    {
      year: 2020,
      name: '推进年',
      filed: [
        { count: 47, of: 59, on: '2020-12-31' },
        { count: 33, of: 59, on: '2020-11-30' },
      ],
      recognised: [{ count: 46, of: 59, on: '2020-12-31' }],
      notRecognised: [
        { code: 'JG05-14', disposition: 'carried-failed', reason: ['93.00，低于 95.00', '93.00, below 95.00'] },
        { code: 'JG03-06', disposition: 'carried-failed', reason: ['党组划去', 'struck by the party group'] },
      ],
    },
  ],
  escalations: { '+15': 1, '+1': 12, '+7': 3, '+3': 9 },
  slips: { yellow: 5, red: 2, issued: 6, received: 6, answered: 3, met: 4, decided: 1, notOwed: 1, void: 1 },
  busiest: { name: '样例丁书记07', month: '2020-07', notices: 5, tasks: 2 },
  invariants: [
    { name: 'rows-are-folds', count: 190 },
    { name: 'chains-whole', count: 420 },
  ],
  faults: [],
};

describe('the summary', () => {
  it('says both figures with their dates, who is not recognised and why, and the invariants', () => {
    expect(summaryLines(summary, 'zh')).toEqual([
      '══ 演练小结：rehearsal-2020，种子 2020，2020-04-17 至 2022-08-29 ══',
      '2020 推进年',
      '  已备案达标: 2020-11-30 33/59 55.93%；2020-12-31 47/59 79.66%',
      '  已认定: 2020-12-31 46/59 77.97%',
      '  未认定 2 个',
      '    JG03-06  未达标结转: 党组划去',
      '    JG05-14  未达标结转: 93.00，低于 95.00',
      '催办 25 次',
      '  到期后第 1 个工作日: 12',
      '  到期后第 3 个工作日: 9',
      '  到期后第 7 个工作日: 3',
      '  到期后第 15 个工作日: 1',
      '督办单：黄 5 张、红 2 张',
      '  签发 6、签收 6、反馈 3',
      '  工作完成办结 4、决定办结 1、时限终止 1、未签发作废 1',
      '最忙的支部书记：样例丁书记07，2020-07，通知 5 条、待办 2 项',
      '核验一致',
      '  chains-whole  420',
      '  rows-are-folds  190',
    ]);
  });

  it('does not depend on the order in which its lists came', () => {
    const [round] = summary.rounds;
    if (!round) throw new Error('a round');
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...round.notRecognised], { minLength: 2 }),
        fc.shuffledSubarray([...summary.invariants], { minLength: 2 }),
        (notRecognised, invariants) => {
          const other = { ...summary, invariants, rounds: [{ ...round, notRecognised }] };
          expect(summaryLines(other, 'en')).toEqual(summaryLines(summary, 'en'));
        },
      ),
    );
  });

  it('names every fault', () => {
    const lines = summaryLines({ ...summary, faults: ['branch:x 12 2020-06-01'] }, 'en');
    expect(lines.slice(-4)).toEqual([
      'verified: 1 faults',
      '  chains-whole  420',
      '  rows-are-folds  190',
      '  ✗ branch:x 12 2020-06-01',
    ]);
  });
});

describe('the busiest month', () => {
  const burden = (code: string, month: string, kind: 'notice' | 'task') => ({ code, name: code, month, kind });

  it('counts notices and tasks together; among equals the earliest month, then the first code', () => {
    const burdens = [
      burden('b', '2020-07', 'notice'),
      burden('b', '2020-07', 'task'),
      burden('a', '2020-07', 'task'),
      burden('a', '2020-07', 'task'),
      burden('c', '2020-11', 'notice'),
      burden('c', '2020-11', 'notice'),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(burdens, { minLength: burdens.length }), (shuffled) => {
        expect(busiestMonth(shuffled)).toEqual({ name: 'a', month: '2020-07', notices: 0, tasks: 2 });
      }),
    );
    expect(busiestMonth([])).toBeNull();
  });
});
