import { checkRemarkPointers } from './remark-pointer';

const DOCUMENT = { answers: [{ dimension: 'D1', found: true }], dates: null, 'a/b': { '~': 1 } };
const refused = (pointer: string) => checkRemarkPointers([{ pointer }], DOCUMENT).length > 0;

describe('remarks by line', () => {
  it.each(['', '/answers', '/answers/0', '/answers/0/dimension', '/answers/0/note', '/remark', '/dates', '/a~1b/~0'])(
    '%p is a part of the document',
    (pointer) => expect(refused(pointer)).toBe(false),
  );

  it.each([
    '/foo',
    'answers',
    '/',
    '/answers/1',
    '/answers/-',
    '/answers/00',
    '/answers/length',
    '/answers/0/foo',
    '/answers/0/dimension/note',
    '/dates/applyBy',
    '/a~2b',
    '/__proto__',
    '/constructor',
    '/note/remark',
  ])('%p points at nothing', (pointer) => expect(refused(pointer)).toBe(true));

  it('names the line', () => {
    const lines = [{ pointer: '' }, { pointer: '/foo' }];
    expect(checkRemarkPointers(lines, DOCUMENT)).toEqual([
      { pointer: '/lines/1/pointer', code: 'pointer-to-nothing', message: expect.stringContaining('“/foo”') as string },
    ]);
    expect(checkRemarkPointers([{ pointer: '/foo' }], undefined)).toHaveLength(1);
  });
});
