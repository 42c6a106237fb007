import fc from 'fast-check';
import { addDays } from '../time/civil-date';
import {
  countBranches,
  type CountedBranch,
  forecast,
  goalOf,
  latestFoundingInScope,
  ofFigures,
  readingsOf,
  shareOf,
} from './goal';

const RULE = { assessmentDate: '2020-11-30', newBranchMonths: 6 };
const BRANCH: CountedBranch = {
  foundedOn: '2015-01-01',
  dissolvedOn: null,
  dissolutionDecision: null,
  planned: true,
  assessed: true,
  filed: true,
  recognised: false,
};

describe('goalOf', () => {
  it.each([
    [60, 8000, 40, 48, 8],
    [61, 8000, 48, 49, 1],
    [61, 10_000, 61, 61, 0],
    [10, 8000, 9, 8, 0],
    [0, 8000, 0, 0, 0],
  ])(
    '%d in scope at %d with %d recognised: %d required, %d missing',
    (inScope, share, recognised, required, missing) => {
      const goal = goalOf({ inScope, planned: 0, assessed: 0, filed: 0, recognised }, share);
      expect(goal).toMatchObject({ inScope, required, recognised, missing });
    },
  );

  it('is reached exactly when the share is', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.integer({ min: 0, max: 10_000 }), (inScope, recognised, share) => {
        const { missing } = goalOf({ inScope, planned: 0, assessed: 0, filed: 0, recognised }, share);
        expect(missing === 0).toBe(recognised * 10_000 >= inScope * share);
      }),
    );
  });
});

describe('countBranches', () => {
  const cases: [string, Partial<CountedBranch>, boolean][] = [
    ['an old branch', {}, true],
    ['one six months old on the day', { foundedOn: '2020-05-30' }, true],
    ['one founded on 31 May, whose six months end with November', { foundedOn: '2020-05-31' }, true],
    ['one a day younger', { foundedOn: '2020-06-01' }, false],
    ['one founded later', { foundedOn: '2020-12-01' }, false],
    ['one dissolved by decision', { dissolvedOn: '2020-11-30', dissolutionDecision: '〔2020〕9号' }, false],
    ['one gone without decision', { dissolvedOn: '2020-09-01' }, true],
    ['one gone by an empty decision', { dissolvedOn: '2020-09-01', dissolutionDecision: ' ' }, true],
    ['one dissolved the day after', { dissolvedOn: '2020-12-01', dissolutionDecision: '〔2020〕9号' }, true],
  ];
  it.each(cases)('%s', (_name, change, isCounted) => {
    const all = { ...BRANCH, planned: true, assessed: true, filed: true, recognised: true, ...change };
    expect(countBranches([all], RULE)).toEqual(ofFigures(() => (isCounted ? 1 : 0)));
  });

  it('counts each figure by itself', () => {
    const rows = [1, 2, 3].map((at) => ({ ...BRANCH, planned: true, assessed: at < 3, filed: at < 2 }));
    expect(countBranches(rows, RULE)).toEqual({ inScope: 3, planned: 3, assessed: 2, filed: 1, recognised: 0 });
  });
});

describe('readingsOf', () => {
  it('shows both readings, rounded to the nearest', () => {
    const counts = { inScope: 3, planned: 0, assessed: 0, filed: 2, recognised: 1 };
    expect(readingsOf(counts)).toEqual({
      filedOfInScope: { count: 2, of: 3, ratio: 6667 },
      recognisedOfInScope: { count: 1, of: 3, ratio: 3333 },
    });
    expect(readingsOf({ ...counts, inScope: 0, filed: 0 }).filedOfInScope.ratio).toBeNull();
  });
});

describe('shareOf', () => {
  it.each([
    [2, 3, 6667],
    [1, 3, 3333],
    [50, 59, 8475],
    [19_999, 20_000, 9999],
    [99_999, 100_000, 9999],
    [60, 60, 10_000],
    [0, 0, null],
  ])('%d of %d is %d', (count, of, share) => expect(shareOf(count, of)).toBe(share));
});

describe('forecast', () => {
  const pace = {
    since: '2020-07-01',
    until: '2022-07-31',
    inScope: 60,
    required: 48,
    filedByDate: [{ date: '2020-09-01', filed: 20 }],
  };
  const of = (filed: number) => ({ ...pace, filedByDate: [{ date: '2020-09-01', filed }] });

  it('says from what it is reckoned, and when the goal is reached at that pace', () => {
    // 20 in 62 days: 48 need 148.8
    expect(forecast(pace, '2020-09-01', '2020-11-30')).toEqual({
      basis: { since: '2020-07-01', until: '2020-09-01', filed: 20 },
      projected: 49,
      reached: true,
      reachedOn: '2020-11-27',
      limit: null,
    });
  });

  const unsaid = { projected: null, reached: null, reachedOn: null, limit: 'too-few-filed' };
  it.each([
    ['too slow', pace, '2020-10-01', { projected: 33, reached: false, reachedOn: '2021-02-07', limit: null }],
    ['nothing yet', { ...pace, filedByDate: [] }, '2020-10-01', unsaid],
    ['the first day', of(30), '2020-07-01', unsaid],
    ['one list of an organisation, and the date near', of(1), '2020-11-20', unsaid],
    ['less than a tenth of the required', of(4), '2020-11-20', unsaid],
    [
      'a tenth of the required, and no day within the programme',
      of(5),
      '2020-11-20',
      { projected: 5, reached: false, reachedOn: null, limit: 'beyond-programme' },
    ],
    ['fast', of(40), '2020-09-02', { projected: 60, reached: true, reachedOn: '2020-09-15', limit: null }],
    [
      'after the date, missed',
      pace,
      '2021-03-01',
      { basis: { since: '2020-07-01', until: '2020-11-30', filed: 20 }, reached: false, limit: 'date-passed' },
    ],
    ['nothing required', { ...pace, required: 0 }, '2020-07-02', { reached: true, reachedOn: '2020-07-01' }],
    [
      'reached already',
      { ...pace, filedByDate: [...pace.filedByDate, { date: '2020-10-10', filed: 50 }] },
      '2020-10-20',
      { projected: null, reached: true, reachedOn: '2020-10-10', limit: null },
    ],
    [
      'reached only after the date',
      { ...pace, filedByDate: [...pace.filedByDate, { date: '2020-12-10', filed: 50 }] },
      '2020-12-20',
      { basis: { since: '2020-07-01', until: '2020-11-30', filed: 20 }, reached: false, limit: 'date-passed' },
    ],
  ])('%s', (_name, given, today, expected) => {
    expect(forecast(given, today, '2020-11-30')).toMatchObject(expected);
  });

  it('foretells no more branches than there are, no day after the programme, and a day in time exactly when the goal is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 80 }), (required, filed) => {
        const { projected, reached, reachedOn, limit } = forecast(
          { ...of(filed), required },
          '2020-09-20',
          '2020-11-30',
        );
        expect(projected ?? 0).toBeLessThanOrEqual(60);
        expect((reachedOn ?? '') <= '2022-07-31').toBe(true);
        if (limit !== 'too-few-filed') expect(reached).toBe(reachedOn !== null && reachedOn <= '2020-11-30');
      }),
    );
  });
});

describe('latestFoundingInScope', () => {
  it('is the last founding date that the counting itself takes in, at month ends too', () => {
    const dates = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2019-01-01', days));
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 14 }), (assessmentDate, newBranchMonths) => {
        const rule = { assessmentDate, newBranchMonths };
        const last = latestFoundingInScope(rule);
        const inScope = (foundedOn: string) => countBranches([{ ...BRANCH, foundedOn }], rule).inScope === 1;
        expect([rule, last, inScope(last), inScope(addDays(last, 1))]).toEqual([rule, last, true, false]);
      }),
    );
  });
});
