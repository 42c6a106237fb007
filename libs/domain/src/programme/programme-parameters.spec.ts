import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { toProgramme } from './programme-check';
import { parametersOf, pointsWords, RULES_SHOWN_WHOLE, shareWords } from './programme-parameters';
import { PROGRAMME_RULE_WORDS } from './programme-words';

const FOLDER = join(__dirname, '../../../../programmes/suzhou-2020');
const read = (name: string): unknown => parse(readFileSync(join(FOLDER, name), 'utf8'));
const programme = toProgramme({ ...(read('programme.yaml') as object), scoreSheet: read('score-sheet.yaml') });

describe('the parameters of a programme', () => {
  const said = parametersOf(programme).map(({ name, value, source: { mark, clause = '' } }) =>
    [name.zh, value.zh, mark, clause].join(' '),
  );

  it('are said with value, mark and clause', () => {
    expect(said).toEqual([
      '达标分 95分以上（含） D 三.4',
      '抽查复核比例 20%，每个机关党组织至少1个 P 三.4',
      '自评与上级评估相差须说明 3分以上 P 三.4',
      '不适用的指标 给满分 P ',
      '退回后补正 5个工作日 P ',
      '工委登记备案（期满未答复即登记） 5个工作日 P 三.4',
      '公示 5个工作日 P ',
      '申诉 5个工作日 P ',
      '达标结论被撤销后重新定计划 20个工作日 P 五.2',
      '补录 10个工作日 P 五.3',
      '新成立党支部从下一年度起计算 成立不满6个月的 P 二',
      '督办单签发 经办人签发 P 五.2',
    ]);
  });

  it('and what is shown whole are all rules that carry no source of their own', () => {
    const names = Object.values(PROGRAMME_RULE_WORDS).map(({ zh }) => zh);
    const whole = RULES_SHOWN_WHOLE.map((rule) => PROGRAMME_RULE_WORDS[rule].zh);
    const valued = parametersOf(programme).map(({ name }) => name.zh);
    expect(Object.keys(PROGRAMME_RULE_WORDS).sort()).toEqual(Object.keys(programme.sources).sort());
    expect([...whole, ...valued].filter((name) => names.includes(name)).sort()).toEqual([...names].sort());
  });

  it('are said in English too', () => {
    for (const { name, value } of parametersOf(programme)) {
      expect(`${name.en} ${value.en}`).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it.each([
    [8000, '80%'],
    [10_000, '100%'],
    [1250, '12.5%'],
  ])('a share of %i is %s', (share, words) => expect(shareWords(share)).toBe(words));

  it.each([
    [9500, '95分', '95 points'],
    [50, '0.5分', '0.5 points'],
    [100, '1分', '1 point'],
  ])('%i hundredths are %s', (points, zh, en) => expect(pointsWords(points)).toEqual({ zh, en }));
});
