import { spawnSync } from 'node:child_process';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { asText, csvRecords, CSV_MARK } from './csv-text';

/** What a reader does who wants the text as it was entered: one apostrophe less on each line that was given one. */
function asEntered(text: string): string {
  const parts = text.split(/([\n\v\f\r\u0085\u2028\u2029])/);
  return parts.map((part) => (part.startsWith("'") && asText(part) !== part ? part.slice(1) : part)).join('');
}

const readStrictly = (csv: string) =>
  parse(csv, { bom: true, record_delimiter: '\r\n', relax_quotes: false, skip_empty_lines: false });

const AWKWARD = [
  '第一，会议记录不全\n第二，缺签到表',
  '一行\r另一行',
  '一行\r\n另一行',
  '他说"不行"，',
  '\t制表\t',
  '空\u0000字符',
  ' 前后有空格 ',
  '',
  '"',
  '""\n""',
  ',;\t|',
  '𠮷野家𠮶',
  "'引号",
];

const FORMULAS = [
  '=2+2',
  '+1+1',
  '-2+3',
  '@SUM(1,1)',
  '＝2+2',
  '＋1+1',
  '－2+3',
  '＠SUM(1,1)',
  '﹦2',
  '−1',
  '  =2+2',
  '\t=2+2',
  '\r=2+2',
  '\n=2+2',
  '\u0000=2+2',
  '\uFEFF=2+2',
  '\u200B=2+2',
  '\u3000＝2+2',
  "'=2+2",
  "''\t=2",
  '缺签到表\n=2+2',
  '缺签到表\r\n  ＋2',
  '缺签到表\r=2',
  '缺签到表\u2028@x',
  "=cmd|'/C calc'!A0",
  '-',
];

/** As every reader splits lines, and with what it might overlook taken away. */
const beginsAsFormula = (cell: string) =>
  cell.split(/[\n\v\f\r\u0085\u2028\u2029]/).some((line) => /^[=+\-@]/u.test(visible(line))) ||
  /^[=+\-@]/u.test(visible(cell));

const visible = (text: string) =>
  text
    .replace(/^[\s\p{Cc}\p{Cf}]+/gu, '')
    .normalize('NFKC')
    .replaceAll('\u2212', '-');

const anyText = fc.oneof(
  fc.constantFrom(...AWKWARD, ...FORMULAS),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'=+-@＝＋－＠\'"\n\r\t ,;a\u0000\u2028\uFEFF'.split('')) }),
);

describe('CSV', () => {
  it.each(AWKWARD)('%j is one row and is read as it was written', (text) => {
    expect(
      readStrictly(
        csvRecords([
          ['a', text, 1],
          [text, null, 'c'],
        ]),
      ),
    ).toEqual([
      ['a', text, '1'],
      [text, '', 'c'],
    ]);
  });

  it.each(FORMULAS)('%j is computed by no spreadsheet', (text) => {
    const [[cell = '']] = readStrictly(csvRecords([[text]])) as [string[]];
    expect(beginsAsFormula(cell)).toBe(false);
    expect(asEntered(cell)).toBe(text);
  });

  it('leaves texts alone that are none, and numbers', () => {
    expect(csvRecords([['3 - 2 = 1', "it's", -5, null]])).toBe(`3 - 2 = 1,"it's",-5,""\r\n`);
  });

  it('reads back whatever was written', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyText, anyText), { minLength: 1, maxLength: 5 }), (rows) => {
        const read = readStrictly(CSV_MARK + csvRecords(rows));
        expect(read.flat().some(beginsAsFormula)).toBe(false);
        expect(read.map((row) => row.map(asEntered))).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });

  const python = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 11))']).status === 0;
  const program = `
import csv, io, json, sys
text = sys.stdin.buffer.read().decode('utf-8-sig')
json.dump(list(csv.reader(io.StringIO(text, newline=''), strict=True)), sys.stdout)`;

  (python ? it : it.skip)('is read by Python as it was written', () => {
    const rows = [...AWKWARD, ...FORMULAS].map((text, index) => [String(index), text, 'c']);
    const { stdout, stderr } = spawnSync('python3', ['-c', program], {
      input: CSV_MARK + csvRecords(rows),
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    const read = JSON.parse(stdout) as string[][];
    expect(read.map((row) => row.map(asEntered))).toEqual(rows);
  });
});
