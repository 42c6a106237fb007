import { COMMAND_WORDS, rungWords, TELLING } from './code-words';
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
