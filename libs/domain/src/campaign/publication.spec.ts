import { gatherPublication } from './publication';

describe('gatherPublication', () => {
  const line = (branchId: string) => ({ branchId, runId: `r${branchId}`, score: 9600, recheck: 'not-drawn' });

  it('lists who waits, in order', () => {
    const branches = [line('1'), line('2')];
    expect(gatherPublication(2020, branches, [])).toEqual({ year: 2020, branches });
  });

  it('leaves out whom any publication of the round has listed', () => {
    const earlier = [
      { year: 2020, branches: [line('1')] },
      { year: 2020, branches: [line('3')] },
    ];
    expect(gatherPublication(2020, [line('1'), line('2'), line('3')], earlier).branches).toEqual([line('2')]);
  });
});
