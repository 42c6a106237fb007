import { type FrozenPopulation, gatherPopulation, type WaitingBranch } from './population';

describe('gatherPopulation', () => {
  const branch: WaitingBranch = {
    branchId: 'b',
    organisationId: 'o',
    stratum: 'SA001',
    registeredAt: '2020-10-12T02:00:00.000Z',
  };
  const check = (given: Partial<FrozenPopulation>): FrozenPopulation => ({
    step: 'inspecting',
    frozenAt: '2020-10-12T02:00:00.000Z',
    branches: new Set(['b']),
    ...given,
  });
  const earlier = '2020-10-12T01:59:59.999Z';

  it.each<[string, FrozenPopulation[], boolean]>([
    ['no other check', [], true],
    ['a check of other branches', [check({ step: 'frozen', branches: new Set(['c']) })], true],
    ['a check that is not revealed', [check({ step: 'frozen' })], false],
    [
      'a check that is not revealed, frozen before it was registered',
      [check({ step: 'frozen', frozenAt: earlier })],
      false,
    ],
    ['a revealed check that has not told it yet', [check({})], false],
    ['a concluded check that has not told it yet', [check({ step: 'concluded' })], false],
    ['a revealed check after which it was registered anew', [check({ frozenAt: earlier })], true],
    ['one of two checks', [check({ frozenAt: earlier }), check({})], false],
  ])('with %s: %#', (_name, frozen, isTaken) => {
    const { registeredAt: _registeredAt, ...candidate } = branch;
    expect(gatherPopulation([branch], frozen)).toEqual(isTaken ? [candidate] : []);
  });

  it('keeps the order of the branches', () => {
    const ids = ['3', '1', '2'];
    const waiting = ids.map((branchId) => ({ ...branch, branchId }));
    expect(gatherPopulation(waiting, []).map(({ branchId }) => branchId)).toEqual(ids);
  });
});
