import type { Programme } from '@app/domain';
import { sheetLines } from './paper-lines';

const once = (points: number) => ({ when: '未开展', points, unit: 'once' });
const programme = {
  scoreSheet: {
    dimensions: [
      {
        id: 'A',
        points: 300,
        indicators: [{ id: 'A.1', name: '按期换届', points: 300, deductions: [once(300), once(200)] }],
      },
    ],
  },
} as unknown as Programme;

it('what a sheet takes off has its sign, and what the full marks no longer hold has none', () => {
  const deductions = [0, 1].map((rule) => ({ indicator: 'A.1', rule, times: 1, reason: '缺批复' }));
  const [line] = sheetLines({ confirmed: [], deductions, notApplicable: [] }, { programme, word: (key) => key });
  expect(line?.text).toBe('-3.00 未开展 缺批复\n0.00 未开展 缺批复');
});
