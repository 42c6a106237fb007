import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programmeFormat } from '@app/domain';
import { loadProgramme, PROGRAMME_FILE, PROGRAMME_FILE_MAX_BYTES, SCORE_SHEET_FILE } from './programme-file';

const REAL = join(__dirname, '../../../programmes/suzhou-2020');
const P = PROGRAMME_FILE;
const S = SCORE_SHEET_FILE;

/**
 * What is replaced (first occurrence) and by what. The fault must be shown at `▶`, which is taken out before the
 * file is written, or where `place` first stands.
 */
type Broken = [name: string, file: string, code: string, from: string, to: string, place?: string];
const broken: Broken[] = [
  ['unknown key at the top', P, 'unknown-key', 'id: suzhou-2020', '▶colour: red\nid: suzhou-2020'],
  ['unknown key in a rung', P, 'unknown-key', 'to: [holder], colour: none', 'to: [holder], colour: none, ▶sms: true'],
  [
    'unknown key in an indicator',
    S,
    'unknown-key',
    '        name: 支部设置合规',
    '        name: 支部设置合规\n        ▶weight: 2',
  ],
  ['sheet in the wrong file', P, 'unknown-key', 'id: suzhou-2020', '▶scoreSheet: {}\nid: suzhou-2020'],
  ['missing key at the top', P, 'missing-key', 'appealWorkdays: 5 # 申诉', '', 'id: suzhou-2020'],
  ['missing key in a round', P, 'missing-key', '- year: 2020\n    name: 推进年', '- ▶year: 2020'],
  ['missing source of a rule', P, 'missing-key', '  ballot: { mark: P', '  # { mark: P', 'sources:\n'],
  ['number where a text belongs', P, 'wrong-type', 'version: 1.0.0', '▶version: 1.0'],
  ['share without per cent', P, 'wrong-type', 'ratio: 20%', '▶ratio: 20'],
  ['half a workday', P, 'wrong-type', 'correctionWorkdays: 5', '▶correctionWorkdays: 4.5'],
  ['points as text', S, 'wrong-type', 'totalPoints: 100', '▶totalPoints: "100"'],
  ['empty text', P, 'empty', 'name: 巩固年', '▶name: ""'],
  ['31 June', P, 'date-not-real', 'dueDate: 2020-06-30', '▶dueDate: 2020-06-31'],
  ['29 February 2021', P, 'date-not-real', 'dueDate: 2021-02-28', '▶dueDate: 2021-02-29'],
  ['date with slashes', P, 'date-not-real', 'opensOn: 2021-01-04', '▶opensOn: 2021/1/4'],
  ['share above 100 %', P, 'out-of-range', 'share: 80%, source', '▶share: 120%, source'],
  ['negative days', P, 'out-of-range', 'lateEntryWorkdays: 10', '▶lateEntryWorkdays: -1'],
  ['rung without addressee', P, 'rung-without-addressee', 'to: [owing-head]', '▶to: []'],
  ['unknown addressee', P, 'unknown-addressee', '[owing-office, superior-office]', '[owing-office, ▶mayor]'],
  ['unknown colour', P, 'unknown-colour', 'colour: blue', '▶colour: green'],
  ['unknown gate', P, 'unknown-gate', 'name: ballot-held', '▶name: ballot-open'],
  ['unknown step', P, 'unknown-step', '      survey: all', '      survey: all\n      ▶inspection: all'],
  ['unknown scope', P, 'unknown-value', '      survey: all', '      ▶survey: some'],
  ['unknown body of a deadline', P, 'unknown-body', 'body: branch', '▶body: area'],
  ['unknown body of a ladder', P, 'unknown-body', 'ladders:', 'ladders:\n  ▶area: []'],
  [
    'escalation against one person',
    P,
    'rung-impossible',
    'owner:',
    'owner:\n    - { offset: -9, ▶kind: escalate, to: [holder], colour: blue }',
  ],
  ['kind that has no date of its own', P, 'unknown-value', 'kind: filing', '▶kind: correction'],
  ['indicators do not add up', S, 'sum-mismatch', 'points: 15', '▶points: 15.5'],
  ['dimensions do not add up', S, 'sum-mismatch', 'totalPoints: 100', '▶totalPoints: 99.5'],
  [
    'step not kept',
    S,
    'step-not-multiple',
    'points: 0.5, unit: per-occurrence, cap: 1.5',
    '▶points: 0.3, unit: per-occurrence, cap: 1.5',
  ],
  ['deduction above its indicator', S, 'deduction-impossible', 'points: 3, unit: once', '▶points: 3.5, unit: once'],
  [
    'cap below one deduction',
    S,
    'deduction-impossible',
    'points: 1, unit: per-occurrence, cap: 2',
    'points: 1, unit: per-occurrence, ▶cap: 0.5',
  ],
  ['pass mark above the total', P, 'pass-mark-above-total', 'passMark: 95', '▶passMark: 100.5'],
  ['deadline year without round', P, 'year-without-round', 'year: 2020\n    body', '▶year: 2023\n    body'],
  ['two rounds of one year', P, 'duplicate', '- year: 2021', '- ▶year: 2020'],
  ['two deadlines of one kind', P, 'duplicate', 'kind: decision', '▶kind: assessment'],
  ['two indicators of one id', S, 'duplicate', 'id: D1.2', '▶id: D1.1'],
  ['two vetoes of one id', S, 'duplicate', 'id: V2', '▶id: V1'],
  ['same gate twice', P, 'duplicate', 'name: ballot-held', '▶name: self-application'],
  ['remind date after the due date', P, 'dates-out-of-order', 'remindByDate: 2020-05-31', '▶remindByDate: 2020-06-01'],
  ['date before the round opens', P, 'dates-out-of-order', 'remindByDate: 2021-01-31', '▶remindByDate: 2020-12-31'],
  [
    'internal date after the reminder date',
    P,
    'dates-out-of-order',
    'internalDate: 2020-06-15',
    '▶internalDate: 2020-07-01',
  ],
  ['ladder not ascending', P, 'not-ascending', 'offset: -1,', '▶offset: -8,'],
  ['rounds not ascending', P, 'not-ascending', 'opensOn: 2022-01-04', '▶opensOn: 2020-12-31'],
  ['reminder after the date', P, 'rung-impossible', 'offset: 15, kind: escalate', '▶offset: 15, kind: remind'],
  ['superior of the committee', P, 'rung-impossible', 'to: [owing-office],', 'to: [▶superior-office],'],
  [
    'deadline of a step that no branch takes',
    P,
    'deadline-without-step',
    'survey: all',
    'survey: none',
    'kind: survey',
  ],
  [
    'assessment without a date',
    P,
    'step-without-deadline',
    'kind: assessment',
    'kind: assess',
    'year: 2020\n    name: 推进年',
  ],
  [
    'plan of the branch without a date',
    P,
    'step-without-deadline',
    'kind: branch-plan',
    'kind: apply',
    'year: 2020\n    name: 推进年',
  ],
  [
    'decision without a date',
    P,
    'step-without-deadline',
    'kind: decision',
    'kind: assess',
    'year: 2020\n    name: 推进年',
  ],
  ['filing without a date', P, 'step-without-deadline', 'kind: filing', 'kind: assess', 'year: 2020\n    name: 推进年'],
  ['[D] without clause', P, 'clause-missing', '{ mark: D, clause: 三.1 }', '{ mark: D }', 'source: { mark: D }'],
  ['introducing document not in basis', P, 'unknown-document', 'note: 认定前公示', '▶introducedBy: 苏委工〔2021〕1号'],
  ['participation without floor', P, 'floor-misplaced', 'floor: 60%, ', '', '{ name: participation'],
  ['floor on a gate without one', P, 'floor-misplaced', 'name: superior-score,', 'name: superior-score, ▶floor: 95%,'],
  ['assessment due in 2031', P, 'date-outside-round', 'dueDate: 2020-11-30', '▶dueDate: 2031-11-30'],
  ['assessment due before its round opens', P, 'date-outside-round', 'dueDate: 2021-11-30', '▶dueDate: 2020-11-30'],
  ['reminder in 2031', P, 'date-outside-round', 'remindByDate: 2022-07-31', '▶remindByDate: 2031-07-31'],
  ['internal date before the round', P, 'date-outside-round', 'internalDate: 2020-06-15', '▶internalDate: 2020-04-16'],
  ['round that opens in another year', P, 'date-outside-round', 'opensOn: 2021-01-04', '▶opensOn: 2020-12-31'],
  ['round before its document', P, 'dates-out-of-order', 'opensOn: 2020-04-17', '▶opensOn: 2020-04-16'],
  ['plan due before the survey', P, 'dates-out-of-order', 'dueDate: 2020-06-30', '▶dueDate: 2020-05-30'],
  ['clause that the circular lacks', P, 'unknown-clause', 'clause: 三.1', '▶clause: 九.9'],
  ['clause of a veto', S, 'unknown-clause', 'clause: 五.2', '▶clause: 五.4'],
  ['article of an indicator', S, 'unknown-clause', 'article: 四.3', '▶article: 四.5'],
  ['draw of 0 %', P, 'out-of-range', 'ratio: 20%', '▶ratio: 0%'],
  ['goal of 0 %', P, 'out-of-range', 'goal: { share: 80%', 'goal: { ▶share: 0%'],
  ['plan of 0 %', P, 'out-of-range', 'planShare: { share: 80%', 'planShare: { ▶share: 0.00%'],
  ['floor of 0 %', P, 'out-of-range', 'floor: 60%', '▶floor: 0%'],
  ['pass mark of 0', P, 'out-of-range', 'passMark: 95', '▶passMark: 0'],
  ['registration at once', P, 'out-of-range', 'registrationWorkdays: 5', '▶registrationWorkdays: 0'],
  ['version in words', P, 'version-malformed', 'version: 1.0.0', '▶version: eins'],
  ['version of two parts', P, 'version-malformed', 'version: 1.0.0', '▶version: "1.0"'],
  ['version of the sheet', S, 'version-malformed', 'version: ', '▶version: v'],
  ['id with a blank', P, 'id-malformed', 'id: suzhou-2020', '▶id: suzhou 2020'],
  ['indicator id too long for the registers', S, 'id-malformed', 'id: D1.2', '▶id: D1.2.3.4.5.6.7'],
  ['text without end', P, 'too-long', 'name: 巩固年', `▶name: ${'年'.repeat(2001)}`],
  ['question without its English', S, 'count-differs', ', Ties with the people', '', 'questionsEn:'],
  ['ballot that nobody can fail', S, 'ballot-impossible', 'satisfied: false', 'satisfied: true', 'scale:'],
  ['duplicate key', P, 'duplicate-key', 'id: suzhou-2020', 'id: suzhou-2020\n▶id: other'],
  ['bracket not closed', S, 'bad-indent', 'questions: [政治功能', 'questions: [[政治功能', 'questionsEn:'],
  ['tab as indentation', P, 'tab-as-indent', '  - number: 苏委工', '\t- number: 苏委工', '\t- number'],
];

describe('loadProgramme', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), '方案 '));
    cpSync(REAL, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('the real files have no fault', () => {
    const loaded = loadProgramme(REAL, programmeFormat);
    expect(loaded.faults).toEqual([]);
    expect(loaded.programme?.assessment.passMark).toBe(9_500);
    expect(loaded.programme?.scoreSheet.dimensions.flatMap((dimension) => dimension.indicators)).toHaveLength(37);
    expect(JSON.parse(loaded.digestSource ?? '')).toEqual(loaded.programme);
  });

  test('comments and layout do not change what is digested, a rule does', () => {
    const before = loadProgramme(folder, programmeFormat).digestSource;
    const path = join(folder, P);
    writeFileSync(path, `# 说明\n${readFileSync(path, 'utf8')}`);
    expect(loadProgramme(folder, programmeFormat).digestSource).toBe(before);
    writeFileSync(path, readFileSync(path, 'utf8').replace('ratio: 20%', 'ratio: 30%'));
    expect(loadProgramme(folder, programmeFormat).digestSource).not.toBe(before);
  });

  test.each(broken)('%s', (...[, file, code, from, to, place]: Broken) => {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
    expect(text).toContain(from);
    const marked = text.replace(from, () => to);
    writeFileSync(path, marked.replace('▶', ''));

    const loaded = loadProgramme(folder, programmeFormat);

    expect(loaded.programme).toBeUndefined();
    const found = loaded.faults.filter((fault) => fault.code === code && fault.file === file);
    const at = place ? marked.indexOf(place) : marked.indexOf('▶');
    expect(at).toBeGreaterThan(-1);
    const before = marked.slice(0, at).split('\n');
    const expected = [before.length, (before.at(-1) ?? '').length + 1];
    expect(found.map(({ line, column }) => [line, column])).toContainEqual(expected);
  });

  test('all faults of both files are named at once, in the order of the text', () => {
    const change = (file: string, from: string, to: string): void => {
      const path = join(folder, file);
      writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
    };
    change(P, 'dueDate: 2020-05-31', 'dueDate: 2020-05-32');
    change(P, 'ratio: 20%', 'ratio: 20');
    change(S, 'totalPoints: 100', 'totalPoints: 101');
    const places = loadProgramme(folder, programmeFormat).faults.map(({ file, pointer }) => `${file}#${pointer}`);
    expect(places).toEqual([`${P}#/deadlines/0/dueDate`, `${P}#/spotCheck/ratio`, `${S}#/totalPoints`]);
  });

  test.each([
    ['file-unreadable', () => rmSync(join(folder, S))],
    ['file-too-large', () => writeFileSync(join(folder, S), '#'.repeat(PROGRAMME_FILE_MAX_BYTES + 1))],
    ['not-utf-8', () => writeFileSync(join(folder, S), Buffer.from([0x61, 0x3a, 0x20, 0xc4, 0xfa]))],
    ['wrong-type', () => writeFileSync(join(folder, S), '')],
    ['wrong-type', () => writeFileSync(join(folder, S), '- 1\n- 2\n')],
    [
      'bad-alias',
      () =>
        writeFileSync(
          join(folder, S),
          `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(20)}]\nc: [${'*b,'.repeat(20)}]\n`,
        ),
    ],
    ['multiple-docs', () => writeFileSync(join(folder, S), 'a: 1\n---\nb: 2\n')],
    ['unknown-key', () => writeFileSync(join(folder, S), 'a: &a [*a]\n__proto__: { id: x }\n')],
  ])('%s is refused', (code, spoil) => {
    spoil();
    const loaded = loadProgramme(folder, programmeFormat);
    expect(loaded.programme).toBeUndefined();
    expect(loaded.faults.filter((fault) => fault.file === S).map((fault) => fault.code)).toContain(code);
  });
});
