import { DomainError } from '../errors';
import { decideCommand, hearNews } from '../process/run-rules';
import { type RoundState, UNOPENED_CAMPAIGN } from './campaign';
import { CAMPAIGN } from './campaign.process';

describe('the opening of a round', () => {
  const open = (attribution: { readonly receivedAt: string; readonly happenedOn?: string }) => {
    try {
      return decideCommand(
        CAMPAIGN,
        {
          setting: { years: [2020, 2021] } as never,
          state: { ...UNOPENED_CAMPAIGN, step: 'running', rounds: [{ year: 2020, status: 'open' } as never] },
          lookup: { opensOn: '2021-01-04' },
        },
        {
          command: { name: 'openRound', input: { year: 2021 } },
          attribution: { actor: 'p', office: 'committee-officer', ...attribution },
        },
      ).events.map(({ type }) => type);
    } catch (error) {
      if (error instanceof DomainError) return [error.code, error.details?.pointer];
      throw error;
    }
  };

  it('is on no day before the first of the programme, neither the day of entering nor the one that is stated', () => {
    expect(open({ receivedAt: '2021-01-03T15:59:59.000Z' })).toEqual(['round-not-open', undefined]);
    expect(open({ receivedAt: '2021-01-05T02:00:00.000Z', happenedOn: '2020-12-31' })).toEqual([
      'round-not-open',
      '/happenedOn',
    ]);
    expect(open({ receivedAt: '2021-01-05T02:00:00.000Z', happenedOn: '2021-01-04' })).toEqual(['round-opened']);
  });
});

describe('a round whose first day has come', () => {
  const due = (rounds: readonly Partial<RoundState>[], year = 2021) =>
    hearNews(
      CAMPAIGN,
      {
        setting: { years: [2020, 2021] } as never,
        state: { ...UNOPENED_CAMPAIGN, step: 'running', rounds: rounds as RoundState[] },
      },
      { receivedAt: '2021-01-03T16:00:00.000Z', news: { topic: 'round-due', year } },
    );

  it('opens by itself, and says so', () => {
    expect(due([{ year: 2020, status: 'open' }])).toMatchObject({
      events: [{ type: 'round-opened', payload: { at: '2021-01-03T16:00:00.000Z', year: 2021, automatic: true } }],
      effects: [{ tell: 'start-round', refs: { year: 2021 } }],
    });
  });

  it.each([
    ['one that somebody has opened', [2020, 2021]],
    ['one that is not the next', []],
  ])('is nothing new for %s', (_, years) => {
    expect(due(years.map((year) => ({ year, status: 'open' })))).toMatchObject({ events: [] });
  });
});
