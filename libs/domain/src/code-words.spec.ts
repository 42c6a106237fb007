import { carriedPassWords, COMMAND_WORDS, rungWords, TELLING } from './code-words';
import { PERMISSION_NAMES, PERMISSIONS } from './office/permissions';

describe('words of codes', () => {
  it('has them for all that can stand among the refusals', () => {
    const commands = PERMISSION_NAMES.filter((name) => PERMISSIONS[name].kind === 'command');
    expect(Object.keys(COMMAND_WORDS).sort()).toEqual([...commands, TELLING].sort());
  });

  it.each([
    ['-7', '到期前 7 个工作日'],
    ['0', '到期当日'],
    ['+3', '逾期第 3 个工作日'],
  ])('a rung %s is %s', (rung, zh) => {
    expect(rungWords(rung).zh).toBe(zh);
  });
});

it('a carried pass says its score and of which year it is', () => {
  expect(carriedPassWords({ year: 2020, score: 9650 })).toEqual({
    zh: '沿用2020年度结论 96.50',
    en: '96.50 of 2020, carried on',
  });
});
