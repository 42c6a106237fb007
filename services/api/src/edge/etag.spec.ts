import { DomainError } from '@app/domain';
import { checkIfMatch, etagOf } from './etag';

const current = { version: 3, digest: 'a'.repeat(64) };
const tag = etagOf(current);

describe('If-Match', () => {
  it.each([
    tag,
    `W/${tag}`,
    `"2-bbbbbbbbbbbbbbbb", ${tag}`,
    `"2-bbbbbbbbbbbbbbbb",W/${tag} , "x"`,
    '*',
    tag.slice(1, -1),
    `  ${tag}  `,
    etagOf({ ...current, frozenAt: '2020-04-17T02:00:00.000Z' }),
  ])('%s names the version', (header) => {
    expect(() => checkIfMatch(header, { ...current, frozenAt: '2020-04-17T02:00:00.000Z' })).not.toThrow();
  });

  it.each(['', '"2-aaaaaaaaaaaaaaaa"', `"${tag.slice(1, 5)}"`, '"*"x', 'W/', '"a", "b"'])('%j does not', (header) => {
    expect(() => checkIfMatch(header, current)).toThrow(DomainError);
  });

  it('is another at each signature of one version, and each still names it', () => {
    const [frozenAt, settledAt] = ['2020-11-10T02:00:00.000Z', '2020-11-12T02:00:00.000Z'];
    const tags = [current, { ...current, frozenAt }, { ...current, frozenAt, settledAt }].map(etagOf);
    expect(new Set(tags).size).toBe(3);
    for (const earlier of tags) {
      expect(() => checkIfMatch(earlier, { ...current, frozenAt, settledAt })).not.toThrow();
    }
  });

  it('is asked for', () => {
    expect(() => checkIfMatch(undefined, current)).toThrow(expect.objectContaining({ code: 'precondition-required' }));
  });
});
