import { checkReviewChanges, lastingFaults } from './draft-check';
import type { ScoreSheet } from '../programme/programme';

const SHEET = { dimensions: [{ id: 'D1', indicators: [{ id: 'D1.1' }, { id: 'D1.2' }] }] } as unknown as ScoreSheet;
const fault = (code: string) => ({ pointer: '', code, message: '' });

describe('a draft', () => {
  it('may be incomplete, and never point at nothing', () => {
    const faults = ['dimension-unanswered', 'note-missing', 'target-missing', 'unknown-dimension', 'unknown-branch'];
    expect(lastingFaults(faults.map(fault)).map(({ code }) => code)).toEqual(['unknown-dimension', 'unknown-branch']);
  });

  it('of a review names indicators of the sheet, each once', () => {
    const changes = ['D1.1', 'D9.9', 'D1.1', 'D1.2'].map((indicator) => ({ indicator }));
    expect(checkReviewChanges(SHEET, changes).map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/changes/1/indicator', 'unknown-indicator'],
      ['/changes/2/indicator', 'duplicate'],
    ]);
    expect(checkReviewChanges(SHEET, [])).toEqual([]);
  });
});
