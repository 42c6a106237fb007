import { checkOpening, isUntouched, unconfirmedIndicators } from './sheet-opening';
import type { DomainError } from '../errors';
import type { ScoreSheet } from '../programme/programme';

const sheet = {
  dimensions: [
    { id: 'D1', indicators: [{ id: 'D1.1' }, { id: 'D1.2' }] },
    { id: 'D2', indicators: [{ id: 'D2.1' }] },
  ],
} as unknown as ScoreSheet;

describe('confirming a sheet', () => {
  it.each([
    [[], ['D1.1', 'D1.2', 'D2.1']],
    [['D1'], ['D2.1']],
    [['D1.2', 'D2.1'], ['D1.1']],
    [['D1', 'D2'], []],
    [['D1.1', 'D1.2', 'D2.1'], []],
    [['D9'], ['D1.1', 'D1.2', 'D2.1']],
  ])('by %j leaves %j', (confirmed, left) => {
    expect(unconfirmedIndicators(sheet, confirmed)).toEqual(left);
  });

  it.each([
    [{}, true],
    [{ confirmed: [] }, true],
    [{ confirmed: ['D1'] }, false],
    [{ deductions: [{ indicator: 'D1.1', rule: 0, times: 1, reason: '缺批复' }] }, false],
    [{ notApplicable: [{ indicator: 'D1.1', reason: '没有流动党员' }] }, false],
  ])('a sheet with %j is untouched: %s', (typed, is) => {
    expect(isUntouched({ deductions: [], notApplicable: [], ...typed })).toBe(is);
  });

  it('is asked of whoever signs, and only where the tables are known', () => {
    const openedAt = '2020-11-02T02:00:00.000Z';
    const codeOf = (lookup: Parameters<typeof checkOpening>[0]) => {
      try {
        checkOpening(lookup);
        return null;
      } catch (error) {
        return (error as DomainError).code;
      }
    };
    expect(codeOf(undefined)).toBeNull();
    expect(codeOf({})).toBe('sheet-unopened');
    expect(codeOf({ opening: null })).toBe('sheet-unopened');
    expect(codeOf({ opening: { openedAt, unconfirmed: ['D1.1'] } })).toBe('sheet-unconfirmed');
    expect(codeOf({ opening: { openedAt, unconfirmed: [] } })).toBeNull();
  });
});
