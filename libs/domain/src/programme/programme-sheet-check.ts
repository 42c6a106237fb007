import {
  childPointer,
  hundredthsOf,
  isRecord,
  recordsIn,
  reportDuplicates,
  type Located,
  type Report,
} from './programme-walk';
import { words } from '../words';

/** Reports what does not fit together in the score sheet: sums, steps, names, deductions, pass mark, ballot. */
export function checkScoreSheet(raw: unknown, report: Report): void {
  const sheet = isRecord(raw) ? raw.scoreSheet : undefined;
  if (!isRecord(raw) || !isRecord(sheet)) return;
  const dimensions = recordsIn(sheet, 'dimensions', '/scoreSheet');
  const indicators = dimensions.map(({ value, pointer }) => recordsIn(value, 'indicators', pointer));

  checkSum({ whole: sheet.totalPoints, pointer: '/scoreSheet/totalPoints' }, dimensions, report);
  dimensions.forEach((dimension, index) => {
    const { value, pointer } = dimension;
    checkSum({ whole: value.points, pointer: `${pointer}/points` }, indicators[index], report);
  });
  checkSteps({ raw, sheet }, [...dimensions, ...indicators.flat()], report);
  for (const indicator of indicators.flat()) checkDeductions(indicator, report);
  checkPassMark(raw, sheet, report);
  checkBallot(sheet.ballot, report);
  reportDuplicates(namesIn([...dimensions, ...indicators.flat()], 'id'), report);
  reportDuplicates(namesIn(recordsIn(sheet, 'vetoes', '/scoreSheet'), 'id'), report);
}

/** The names of located records, each with the pointer of its name. */
export function namesIn(records: readonly Located[], key: string): { name: unknown; pointer: string }[] {
  return records.map(({ value, pointer }) => ({ name: value[key], pointer: childPointer(pointer, key) }));
}

function checkSum(
  { whole, pointer }: { readonly whole: unknown; readonly pointer: string },
  parts: readonly Located[],
  report: Report,
): void {
  const expected = hundredthsOf(whole);
  const points = parts.map((part) => hundredthsOf(part.value.points));
  if (expected === undefined || points.length === 0 || points.includes(undefined)) return;
  const sum = points.reduce<number>((total, value) => total + (value ?? 0), 0);
  if (sum === expected) return;
  const [is, should] = [sum / 100, expected / 100];
  report(
    pointer,
    'sum-mismatch',
    words(`各项相加为 ${is} 分，不是 ${should} 分`, `the parts add up to ${is}, not ${should}`),
  );
}

function checkSteps(
  { raw, sheet }: Readonly<Record<'raw' | 'sheet', Readonly<Record<string, unknown>>>>,
  scored: readonly Located[],
  report: Report,
): void {
  const step = hundredthsOf(sheet.scoreStep);
  if (step === undefined) return;
  if (step === 0)
    return report('/scoreSheet/scoreStep', 'out-of-range', words('分档须大于 0', 'the step must be above 0'));
  const check = (value: unknown, pointer: string): void => {
    const points = hundredthsOf(value);
    if (points === undefined || points % step === 0) return;
    const text = `${points / 100} 分不是 ${step / 100} 分的整数倍`;
    report(pointer, 'step-not-multiple', words(text, `${points / 100} is not a multiple of the step ${step / 100}`));
  };
  check(sheet.totalPoints, '/scoreSheet/totalPoints');
  if (isRecord(raw.assessment)) check(raw.assessment.passMark, '/assessment/passMark');
  for (const { value, pointer } of scored) {
    check(value.points, `${pointer}/points`);
    for (const deduction of recordsIn(value, 'deductions', pointer)) {
      check(deduction.value.points, `${deduction.pointer}/points`);
      check(deduction.value.cap, `${deduction.pointer}/cap`);
    }
  }
}

function checkDeductions(indicator: Located, report: Report): void {
  const most = hundredthsOf(indicator.value.points);
  for (const { value, pointer } of recordsIn(indicator.value, 'deductions', indicator.pointer)) {
    const points = hundredthsOf(value.points);
    const cap = hundredthsOf(value.cap);
    if (most === undefined || points === undefined) continue;
    if (points === 0) {
      report(`${pointer}/points`, 'deduction-impossible', words('扣分须大于 0', 'a deduction must be above 0'));
    }
    if (points > most) {
      report(
        `${pointer}/points`,
        'deduction-impossible',
        words('扣分超过指标分值', 'more than the points of the indicator'),
      );
    }
    if (cap === undefined) continue;
    if (value.unit === 'once') {
      report(
        `${pointer}/cap`,
        'deduction-impossible',
        words('只扣一次的不设上限', 'a deduction taken once has no cap'),
      );
    } else if (cap < points || cap > most) {
      const english = 'the cap must be between one deduction and the points of the indicator';
      report(`${pointer}/cap`, 'deduction-impossible', words('上限应不小于一次扣分、不大于指标分值', english));
    }
  }
}

function checkPassMark(
  raw: Readonly<Record<string, unknown>>,
  sheet: Readonly<Record<string, unknown>>,
  report: Report,
): void {
  const total = hundredthsOf(sheet.totalPoints);
  const passMark = isRecord(raw.assessment) ? hundredthsOf(raw.assessment.passMark) : undefined;
  if (total === undefined || passMark === undefined || passMark <= total) return;
  report('/assessment/passMark', 'pass-mark-above-total', words('达标分高于总分', 'the pass mark is above the total'));
}

function checkBallot(ballot: unknown, report: Report): void {
  if (!isRecord(ballot)) return;
  const scale = recordsIn(ballot, 'scale', '/scoreSheet/ballot');
  reportDuplicates(namesIn(scale, 'code'), report);
  const questions = Array.isArray(ballot.questions) ? ballot.questions : [];
  const named = questions.map((name: unknown, index) => ({ name, pointer: `/scoreSheet/ballot/questions/${index}` }));
  reportDuplicates(named, report);
  if (Array.isArray(ballot.questionsEn) && ballot.questionsEn.length !== questions.length) {
    const english = 'each question needs its English';
    report('/scoreSheet/ballot/questionsEn', 'count-differs', words('须与题目一一对应', english));
  }
  const answers = scale.map(({ value }) => value.satisfied);
  if (scale.length === 0 || (answers.includes(true) && answers.includes(false))) return;
  const english = 'the scale needs an answer that counts as satisfied and one that does not';
  report('/scoreSheet/ballot/scale', 'ballot-impossible', words('等次中至少一个算满意、一个算不满意', english));
}
