import { struckReasons } from './struck';

describe('why branches were struck', () => {
  it('is read in the order in which they were, whatever the order of the lines', () => {
    const lines = [
      { pointer: '/struck/1', text: 'second' },
      { pointer: '/struck/0', text: 'first' },
    ];
    expect(struckReasons(['a', 'b'], lines)).toEqual(['first', 'second']);
  });

  it('is nothing in a decision of before it was asked', () => {
    expect(struckReasons(['a', 'b'], [])).toEqual([]);
  });
});
