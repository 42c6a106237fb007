import { isCivilDate } from '../time/civil-date';
import type { InputFault } from '../input-fault';
import type { ChoiceCode, RecordShape, Shape } from './programme-shape';
import { sayUnfit, unfitIn } from '../well-formed';
import { type Words, words } from '../words';

/** Why a part of a programme cannot stand. */
export type ProgrammeFaultCode =
  | ChoiceCode
  | 'unknown-key'
  | 'missing-key'
  | 'wrong-type'
  | 'empty'
  | 'date-not-real'
  | 'date-outside-round'
  | 'version-malformed'
  | 'id-malformed'
  | 'too-long'
  | 'unfit-character'
  | 'out-of-range'
  | 'rung-without-addressee'
  | 'step-not-multiple'
  | 'sum-mismatch'
  | 'deduction-impossible'
  | 'pass-mark-above-total'
  | 'duplicate'
  | 'not-ascending'
  | 'year-without-round'
  | 'deadline-without-step'
  | 'step-without-deadline'
  | 'dates-out-of-order'
  | 'rung-impossible'
  | 'clause-missing'
  | 'unknown-document'
  | 'unknown-clause'
  | 'floor-misplaced'
  | 'count-differs'
  | 'ballot-impossible';

/** One thing that is wrong, at a JSON pointer into the raw programme; the message is Chinese, then English. */
export interface ProgrammeFault extends InputFault {
  readonly code: ProgrammeFaultCode;
}

/** The longest text of a programme, in characters. */
const LONGEST_TEXT = 2000;
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** Notes a fault; both languages in one text. */
export type Report = (pointer: string, code: ProgrammeFaultCode, said: Words) => void;

/** A part of a programme and where it stands. */
interface Part {
  readonly value: unknown;
  readonly pointer: string;
}

/** Compares a value with its form and reports every difference, level by level. */
export function walk(part: Part, shape: Shape, report: Report): void {
  const { value, pointer } = part;
  switch (shape.is) {
    case 'record':
      return walkRecord(part, shape, report);
    case 'list':
      if (!Array.isArray(value)) return wrongType(pointer, words('列表', 'a list'), report);
      if (value.length < shape.min) {
        report(pointer, shape.code ?? 'empty', words('至少要有一项', 'needs at least one entry'));
      }
      return value.forEach((entry, index) => walk({ value: entry, pointer: `${pointer}/${index}` }, shape.of, report));
    case 'one-of':
      if (typeof value === 'string' && shape.values.includes(value)) return;
      return report(
        pointer,
        shape.code,
        words(`不认识“${shown(value)}”，可用：${shape.values.join('、')}`, `"${shown(value)}" is not known`),
      );
    default:
      return walkScalar(part, shape, report);
  }
}

/** The child pointer of a key, escaped as RFC 6901 says. */
export function childPointer(pointer: string, key: string): string {
  return `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Hundredths of a number of points as written; undefined where it is no number of points. */
export function hundredthsOf(value: unknown): number | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0 || value > 1_000_000) return undefined;
  const hundredths = Math.round(value * 100);
  return Math.abs(hundredths / 100 - value) < 1e-9 ? hundredths : undefined;
}

/** Ten-thousandths of a share as written (`80%`, `12.5%`); undefined where it is none or not within 0 % to 100 %. */
export function tenThousandthsOf(value: unknown): number | undefined {
  const match = typeof value === 'string' ? /^(\d{1,3})(?:\.(\d{1,2}))?%$/.exec(value) : null;
  if (!match) return undefined;
  const share = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return share <= 10_000 ? share : undefined;
}

/** Whether a value is a plain object with keys. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The entries of the list under a key that are records, with their pointers; none where the list is not there. */
export function recordsIn(value: unknown, key: string, pointer: string): Located[] {
  const list = isRecord(value) ? value[key] : undefined;
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry, index) =>
    isRecord(entry) ? [{ value: entry, pointer: `${childPointer(pointer, key)}/${index}` }] : [],
  );
}

/** A record and where it stands. */
export interface Located extends Part {
  readonly value: Readonly<Record<string, unknown>>;
}

/** Reports every entry whose name an earlier one already has. */
export function reportDuplicates(
  named: readonly { readonly name: unknown; readonly pointer: string }[],
  report: Report,
): void {
  const seen = new Set<unknown>();
  for (const { name, pointer } of named) {
    if (name === undefined) continue;
    if (seen.has(name)) report(pointer, 'duplicate', words(`“${shown(name)}”重复`, `"${shown(name)}" is there twice`));
    seen.add(name);
  }
}

function walkRecord({ value, pointer }: Part, shape: RecordShape, report: Report): void {
  if (!isRecord(value)) return wrongType(pointer, words('键和值', 'keys with values'), report);
  for (const key of Object.keys(value)) {
    const at = childPointer(pointer, key);
    if (Object.hasOwn(shape.keys, key)) walk({ value: value[key], pointer: at }, shape.keys[key], report);
    else report(at, shape.unknown ?? 'unknown-key', words(`不认识的键“${key}”`, `key "${key}" is not known`));
  }
  for (const key of Object.keys(shape.keys)) {
    if (Object.hasOwn(value, key) || shape.optional.includes(key)) continue;
    report(pointer, 'missing-key', words(`缺少“${key}”`, `key "${key}" is missing`));
  }
}

function walkScalar(
  { value, pointer }: Part,
  shape: Exclude<Shape, { is: 'record' | 'list' | 'one-of' }>,
  report: Report,
): void {
  switch (shape.is) {
    case 'text':
      if (typeof value !== 'string') return wrongType(pointer, words('文字', 'text'), report);
      if (value.trim() === '') report(pointer, 'empty', words('不能为空', 'must not be empty'));
      else if ([...value].length > LONGEST_TEXT) {
        report(pointer, 'too-long', words(`超过 ${LONGEST_TEXT} 字`, `longer than ${LONGEST_TEXT} characters`));
      } else {
        const unfit = unfitIn(value);
        if (unfit) report(pointer, 'unfit-character', sayUnfit(unfit));
      }
      return;
    case 'version':
      if (typeof value !== 'string') return wrongType(pointer, words('文字，如 1.0.0', 'text such as 1.0.0'), report);
      if (value.trim() === '') return report(pointer, 'empty', words('不能为空', 'must not be empty'));
      if (/^\d{1,6}\.\d{1,6}\.\d{1,6}$/.test(value)) return;
      return report(
        pointer,
        'version-malformed',
        words(`版本号“${shown(value)}”须写三段，如 1.0.0`, 'must be like 1.0.0'),
      );
    case 'id':
      if (typeof value !== 'string') return wrongType(pointer, words('文字', 'text'), report);
      if (value.trim() === '') return report(pointer, 'empty', words('不能为空', 'must not be empty'));
      if (ID.test(value) && value.length <= shape.max) return;
      return report(
        pointer,
        'id-malformed',
        words(
          `“${shown(value)}”须为字母、数字和 . _ -，最多 ${shape.max} 个`,
          `must be letters, digits and . _ -, at most ${shape.max}`,
        ),
      );
    case 'date':
      if (isCivilDate(value)) return;
      if (typeof value !== 'string') {
        return wrongType(pointer, words('日期，如 2020-05-31', 'a date such as 2020-05-31'), report);
      }
      return report(pointer, 'date-not-real', words(`没有“${shown(value)}”这个日期`, `no such date "${shown(value)}"`));
    case 'share':
      if (tenThousandthsOf(value) !== undefined) return;
      if (typeof value !== 'string' || !/^-?[\d.]+%$/.test(value)) {
        return wrongType(pointer, words('比例，如 80%', 'a share such as 80%'), report);
      }
      return report(
        pointer,
        'out-of-range',
        words(`“${value}”不在 0% 到 100% 之间或多于两位小数`, 'must be 0% to 100%, two decimals'),
      );
    case 'points':
      if (typeof value !== 'number') return wrongType(pointer, words('分值', 'points'), report);
      if (hundredthsOf(value) === undefined) {
        report(
          pointer,
          'out-of-range',
          words(`分值“${value}”为负或多于两位小数`, 'points must be 0 or more, two decimals'),
        );
      }
      return;
    case 'integer':
      if (!Number.isInteger(value)) return wrongType(pointer, words('整数', 'a whole number'), report);
      if (Number(value) < shape.min || Number(value) > shape.max) {
        report(
          pointer,
          'out-of-range',
          words(`应在 ${shape.min} 到 ${shape.max} 之间`, `must be ${shape.min} to ${shape.max}`),
        );
      }
      return;
    case 'boolean':
      if (typeof value !== 'boolean') wrongType(pointer, words('true 或 false', 'true or false'), report);
      return;
    case 'boolean-or-null':
      if (typeof value !== 'boolean' && value !== null)
        wrongType(pointer, words('true、false 或 null', 'true, false or null'), report);
  }
}

function wrongType(pointer: string, { zh, en }: Words, report: Report): void {
  report(pointer, 'wrong-type', words(`应为${zh}`, `must be ${en}`));
}

function shown(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value === null || value === undefined ? '' : '…';
}
