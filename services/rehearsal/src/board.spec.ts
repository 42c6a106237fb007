import { widthOf } from '@app/domain';
import { boardLine, boardLines, type BoardView, Screen } from './board';

const view: BoardView = {
  now: '2020-11-20T02:00:00.000Z',
  campaign: 'rehearsal-2020',
  year: 2020,
  lines: [
    {
      code: 'JG01',
      name: '样例直属党支部',
      phases: { 'spot-check': 1 },
      lights: { met: 1 },
      recognised: 0,
      inScope: 1,
    },
    {
      code: 'JG04',
      name: '样例机关党委（二十支部）',
      phases: { building: 6, assessment: 13 },
      lights: { late: 2, 'met-late': 1, near: 4 },
      recognised: 3,
      inScope: 19,
    },
  ],
  goal: { inScope: 20, required: 16, filed: 7, recognised: 3, missing: 13 },
};

class Paper {
  text = '';
  constructor(readonly isTTY?: boolean) {}
  write(text: string): void {
    this.text += text;
  }
}

describe('the board', () => {
  it('shows each organisation by phase with what wants attention, and the goal once', () => {
    const lines = boardLines(view, 'zh');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toContain('2020-11-20');
    expect(lines[3]).toMatch(/^JG04 .*6 +13 .*3\/19 {2}△逾期 2 ◇临期 4 ◎逾期办结 1$/);
    expect(lines[4]).toBe('全市目标：20 个中 16 个，尚缺 13 个；已备案 7/20 35.00%；已认定 3/20 15.00%');
    expect(lines.filter((line) => line.includes('目标'))).toHaveLength(1);
  });

  it('keeps its columns under each other whatever the language', () => {
    for (const language of ['zh', 'en'] as const) {
      const [, heading = '', first = '', second = ''] = boardLines(view, language);
      const upTo = (line: string, mark: RegExp) => widthOf(line.slice(0, line.search(mark)));
      expect(upTo(first, /0\/1/) + 3).toBe(upTo(second, /3\/19/) + 4);
      expect(upTo(heading, / {2}(灯|lights)$/)).toBe(upTo(second, / {2}△/));
    }
  });

  it('is one line where the output is no terminal, and says nothing twice', () => {
    const paper = new Paper();
    const screen = new Screen(paper, 'zh');
    screen.show(view);
    screen.show({ ...view, now: '2020-11-23T02:00:00.000Z' });
    expect(paper.text).toBe(`${boardLine(view, 'zh')}\n`);
    expect(boardLine(view, 'en')).toBe(
      '2020-11-20 2020 | building 6 assessment 13 spot check 1 | recognised 3/20 | △late 2 ◇near 4 ◎met late 1',
    );
  });

  it('redraws over itself on a terminal, but never over lines that stay', () => {
    const paper = new Paper(true);
    const screen = new Screen(paper, 'zh');
    screen.show(view);
    screen.show(view);
    screen.print(['a story']);
    screen.show(view);
    expect(paper.text.split('\u001B[5A')).toHaveLength(2);
    expect(paper.text.indexOf('\u001B[5A')).toBeLessThan(paper.text.indexOf('a story'));
  });
});
