import { roundOpeningByItself } from './round-opening';

const programme = {
  rounds: [
    { year: 2020, opens: 'by-decision', opensOn: '2020-04-17' },
    { year: 2021, opens: 'automatic', opensOn: '2021-01-04' },
    { year: 2022, opens: 'automatic', opensOn: '2022-01-04' },
  ],
} as const;

describe('a round that opens by itself', () => {
  it.each([
    ['the first is opened by the committee', [], null],
    ['the runs of the one before are being started', [[2020, 'opening']], null],
    ['the one before is open', [[2020, 'open']], { year: 2021, at: '2021-01-03T16:00:00.000Z' }],
    ['the one before is closed', [[2020, 'closed']], { year: 2021, at: '2021-01-03T16:00:00.000Z' }],
    [
      'two overlap',
      [
        [2020, 'open'],
        [2021, 'open'],
      ],
      { year: 2022, at: '2022-01-03T16:00:00.000Z' },
    ],
    [
      'none is left',
      [
        [2020, 'closed'],
        [2021, 'closed'],
        [2022, 'open'],
      ],
      null,
    ],
  ] as const)('%s', (_, opened, expected) => {
    const rounds = opened.map(([year, status]) => ({ year, status }));
    expect(roundOpeningByItself(programme, rounds)).toEqual(expected);
  });

  it('does nothing by itself in a campaign whose programme does not say how its rounds open', () => {
    const before = { rounds: programme.rounds.map(({ year, opensOn }) => ({ year, opensOn })) };
    expect(roundOpeningByItself(before as never, [{ year: 2020, status: 'open' }])).toBeNull();
  });
});
