import { literal, literals } from './select';

describe('words of the code in SQL', () => {
  it('are literals, alone and as a list', () => {
    expect(literal('draw-waiting')).toBe("'draw-waiting'");
    expect(literals(['listing', 'deciding'])).toBe("'listing', 'deciding'");
  });

  it.each(["it's", 'a b', '', '-a', 'a--b', 'A', '\\'])('are never %j', (word) => {
    expect(() => literal(word)).toThrow(expect.objectContaining({ code: 'internal' }));
  });
});
