import { z } from 'zod';
import {
  DISPOSITION_WORDS,
  DomainError,
  firingWords,
  formatPoints,
  isInstant,
  rungWords,
  shanghaiTimeOf,
  ZONE,
} from '@app/domain';
import type { Name, NamedTable } from '@app/persistence';
import type { CsvCell } from '@app/platform';
import { CSV_FIELDS } from './fields';
import type { CsvField, Shown } from './shown';
import { idsWithin } from './ids';
import type { deadlineLineDto } from '../lists.dto';

/** What the ids and codes of some lines are called. */
export interface CsvNames {
  readonly of: ReadonlyMap<string, Name>;
  /** Of the dimensions and indicators of the score sheet. */
  readonly sheet: ReadonlyMap<string, string>;
}

export type CsvLine = Readonly<Record<string, unknown>>;

/** One column: what it is headed, and what it says of a line. */
export interface CsvColumn {
  /** Of the field of the JSON that it shows. */
  readonly path: string;
  /** Chinese; where a program finds the field of the JSON, its path is the last word. */
  readonly heading: string;
  readonly cell: (line: CsvLine, names: CsvNames) => CsvCell;
  /** Which rows this column needs the names of. */
  readonly needs?: { readonly tables: readonly NamedTable[]; readonly ids: (line: CsvLine) => readonly string[] };
  /** A code or an id beside the words or names that stand for it. */
  readonly isForPrograms?: true;
}

/**
 * Of these columns those of the fields named, in that order, and only what people read: no codes, no ids. Throws
 * `invalid-input` for a field that no line has.
 */
export function columnsNamed(columns: readonly CsvColumn[], fields: readonly string[]): CsvColumn[] {
  return fields.flatMap((name) => {
    const found = columns.filter(({ path }) => path === name || path.startsWith(`${name}.`));
    if (found.length > 0) return found.filter(({ isForPrograms }) => !isForPrograms);
    throw new DomainError('invalid-input', '清单没有这一列', { pointer: '/query/fields', field: name });
  });
}

/** The columns of lines of this shape: a word stands beside its code, code and name beside an id; ids come last. */
export function columnsOf(line: z.ZodObject): CsvColumn[] {
  const kind = z.globalRegistry.get(line)?.id ?? '';
  const fields = fieldsOf(line, kind, '');
  const has = (path: string) => fields.some((known) => known.path === path);
  const columns = fields.flatMap(({ path, field }) =>
    columnsOfField(path, field, has).map((column) => ({ ...column, path })),
  );
  return [...columns.filter(({ isId }) => !isId), ...columns.filter(({ isId }) => isId)];
}

interface Found {
  readonly path: string;
  readonly field: CsvField;
}

function fieldsOf(shape: z.ZodObject, kind: string, within: string): Found[] {
  return Object.entries(shape.shape).flatMap(([name, schema]) => {
    const path = within + name;
    const inner = innermost(schema);
    if (inner instanceof z.ZodObject && PARTED.has(path)) return fieldsOf(inner, kind, `${path}.`);
    const field = CSV_FIELDS[`${kind}.${path}`] ?? CSV_FIELDS[path];
    if (!field) throw new Error(`${kind}.${path} has no heading in CSV`);
    return [{ path, field }];
  });
}

/** Objects whose fields have columns of their own. */
const PARTED = new Set(Object.keys(CSV_FIELDS).flatMap((path) => /^([a-z]\w*)\./.exec(path)?.[1] ?? []));

function innermost(schema: unknown): unknown {
  return schema instanceof z.ZodNullable || schema instanceof z.ZodOptional ? innermost(schema.unwrap()) : schema;
}

type Placed = Omit<CsvColumn, 'path'> & { readonly isId?: boolean };

function columnsOfField(path: string, { zh, shown }: CsvField, has: (path: string) => boolean): Placed[] {
  const value = (line: CsvLine) => valueAt(line, path);
  const isId = /(^i|I)d$/.test(path);
  if (shown === 'left-out') return [];
  if (typeof shown === 'string') return plainColumns(path, { zh, shown }, isId);
  if ('words' in shown) {
    const { words } = shown;
    const word = (line: CsvLine) => words[String(value(line))]?.zh ?? null;
    return [
      { heading: zh, cell: word },
      { heading: `${zh}代码 ${path}`, cell: (line) => textOf(value(line)), isForPrograms: true },
    ];
  }
  if ('within' in shown) {
    const needs = { tables: shown.within, ids: (line: CsvLine) => idsWithin(value(line)) };
    return plainColumns(path, { zh, shown: 'program' }, isId).map((column) => ({ ...column, needs }));
  }
  const tables = 'names' in shown ? shown.names : shown.each;
  const ids = (line: CsvLine) => [value(line)].flat().filter((id) => typeof id === 'string');
  const needs = { tables, ids };
  const said = (line: CsvLine, names: CsvNames, key: keyof Name) =>
    ids(line)
      .map((id) => names.of.get(id)?.[key] ?? '')
      .join('、') || null;
  const stem = path.replace(/Id$/, '');
  return [
    ...(has(`${stem}Code`)
      ? []
      : [{ heading: `${zh}编号`, cell: (l: CsvLine, n: CsvNames) => said(l, n, 'code'), needs }]),
    ...(has(`${stem}Name`)
      ? []
      : [{ heading: `${zh}名称`, cell: (l: CsvLine, n: CsvNames) => said(l, n, 'name'), needs }]),
    { heading: `${zh}标识 ${path}`, cell: (line) => ids(line).join('、') || null, isId: true, isForPrograms: true },
  ];
}

function plainColumns(
  path: string,
  { zh, shown }: { zh: string; shown: Extract<Shown, string> },
  isId: boolean,
): Placed[] {
  const heading = headingOf(path, { zh, shown });
  const column = { heading, cell: (line: CsvLine) => shownAs(valueAt(line, path), shown), isId };
  if (shown !== 'sheet') return [column];
  const named = (line: CsvLine, { sheet }: CsvNames) => sheet.get(String(valueAt(line, path))) ?? null;
  return [
    { heading: zh, cell: named },
    { ...column, isForPrograms: true },
  ];
}

function headingOf(path: string, { zh, shown }: CsvField): string {
  if (shown === 'sheet') return `${zh}代码 ${path}`;
  if (shown === 'program') return `${zh}（供程序使用） ${path}`;
  return shown === 'instant' ? `${zh} ${path}（${ZONE}）` : `${zh} ${path}`;
}

function shownAs(value: unknown, shown: Shown): CsvCell {
  if (value === null || value === undefined) return null;
  switch (shown) {
    case 'instant':
      return typeof value === 'string' && isInstant(value) ? shanghaiTimeOf(value) : textOf(value);
    case 'flag':
      return value === true ? '是' : '否';
    case 'score':
      return formatPoints(Number(value));
    case 'list':
      return (value as readonly string[]).join('\n') || null;
    case 'rung':
      return `${rungWords(value as string).zh} ${value as string}`;
    case 'ladder':
      return (value as readonly Rung[]).map(rungOf).join('\n') || null;
    case 'dispositions':
      return countsOf(value as Readonly<Record<string, number>>);
    default:
      return textOf(value);
  }
}

type Rung = z.infer<typeof deadlineLineDto>['rungs'][number];

function rungOf({ rung, at, skipped, firedAt, missed }: Rung): string {
  const when = at === null ? '待放假安排' : shanghaiTimeOf(at);
  const outcome = skipped ? '，略过' : missed ? '，到时未发出' : firedAt ? `，${firedOf(at, firedAt)}` : '';
  return `${rungWords(rung).zh}（${rung}）${when}${outcome}`;
}

function firedOf(at: Rung['at'], firedAt: string): string {
  return firingWords({ at, firedAt })?.zh ?? `${shanghaiTimeOf(firedAt)} 已办`;
}

function countsOf(counts: Readonly<Record<string, number>>): string {
  const words: Readonly<Record<string, { readonly zh: string }>> = DISPOSITION_WORDS;
  return Object.entries(counts)
    .map(([code, count]) => `${words[code]?.zh ?? code} ${count}`)
    .join('、');
}

function textOf(value: unknown): CsvCell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  return JSON.stringify(value);
}

function valueAt(line: CsvLine, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (value as CsvLine | null | undefined)?.[name], line);
}
