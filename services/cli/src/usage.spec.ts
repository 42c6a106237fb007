import { usageSentence } from './usage';

describe('faults of usage', () => {
  it.each([
    [
      "error: unknown option '--nowhere'\n(Did you mean --now?)\n",
      /^没有选项 --nowhere \/ unknown option '--nowhere'\n\(Did/,
    ],
    ["error: unknown command 'x'\n", /^没有命令 x \//],
    ["error: required option '--key <key>' not specified\n", /^缺少选项 --key <key> \//],
    ["error: missing required argument 'login'\n", /^缺少参数 login \//],
    ["error: option '--year <year>' argument missing\n", /^选项 --year <year> 没有给值 \//],
    [
      "error: option '--year <year>' argument 'soon' is invalid. 须为整数\n",
      /^选项 --year <year> 的值 soon 不对 \/ .*须为整数/,
    ],
    ["error: too many arguments for 'list'. Expected 0 arguments but got 1.\n", /^参数过多 \//],
  ])('%j is said in Chinese first', (english, said) => {
    expect(usageSentence(english)).toMatch(said);
  });

  it('is left as it is where it is not known', () => {
    expect(usageSentence('（--help 看用法 / see --help）\n')).toBe('（--help 看用法 / see --help）\n');
  });
});
