import { checkSurvey } from './survey';

const DIMENSIONS = [
  { id: 'D1', name: '组织设置规范化' },
  { id: 'D2', name: '组织生活规范化' },
];

describe('what a survey lacks', () => {
  it('is said by the name of the dimension, not by its code', () => {
    const answers = [{ dimension: 'D1', found: false }];
    expect(checkSurvey({ answers }, DIMENSIONS)).toEqual([
      { pointer: '/answers', code: 'dimension-unanswered', message: '组织生活规范化尚未填写（“未发现”也是一种填写）' },
    ]);
  });

  it.each([
    ['one that there is not', { dimension: 'D9', found: false }, '/answers/1/dimension'],
    ['one twice', { dimension: 'D1', found: false }, '/answers/1/dimension'],
    ['a problem without a word', { dimension: 'D2', found: true }, '/answers/1/note'],
  ])('%s has its pointer', (_, answer, pointer) => {
    const answers = [{ dimension: 'D1', found: false }, answer];
    expect(checkSurvey({ answers }, DIMENSIONS)).toContainEqual(expect.objectContaining({ pointer }));
  });
});
