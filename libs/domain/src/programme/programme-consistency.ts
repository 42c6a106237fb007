import { BRANCH_STEP_TABLE } from '../branch-run/branch-run.steps';
import { ORGANISATION_STEP_TABLE } from '../organisation-run/organisation-run.steps';
import { datesOf, type Step } from '../process/process';
import { isCivilDate } from '../time/civil-date';
import { settableDateOf } from './programme-dates';
import { PROGRAMME_SHAPE, SOURCE_SHAPE, type Shape } from './programme-shape';
import { namesIn } from './programme-sheet-check';
import { childPointer, isRecord, recordsIn, reportDuplicates, type Located, type Report } from './programme-walk';
import { type Words, words } from '../words';

/** The steps that are escalated or expire: in a year that has them, one of their dates is set. */
const STEPS: readonly Step[] = [...Object.values(BRANCH_STEP_TABLE), ...Object.values(ORGANISATION_STEP_TABLE)];

const COLOURS = ['none', 'blue', 'yellow', 'red'];

/** Reports what does not fit together between rounds, deadlines, ladders, gates, sources and documents. */
export function checkConsistency(raw: unknown, report: Report): void {
  if (!isRecord(raw)) return;
  const rounds = recordsIn(raw, 'rounds', '');
  const deadlines = recordsIn(raw, 'deadlines', '');
  checkRounds(rounds, deadlines, report);
  checkDeadlines(rounds, deadlines, report);
  for (const body of isRecord(raw.ladders) ? Object.keys(raw.ladders) : []) {
    checkLadder(body, recordsIn(raw.ladders, body, '/ladders'), report);
  }
  checkGates(recordsIn(raw.assessment, 'gates', '/assessment'), report);
  checkSources(raw, report);
}

function checkRounds(rounds: readonly Located[], deadlines: readonly Located[], report: Report): void {
  reportDuplicates(namesIn(rounds, 'year'), report);
  rounds.forEach(({ value, pointer }, index) => {
    const before = rounds[index - 1]?.value;
    if (before && typeof value.year === 'number' && typeof before.year === 'number' && value.year < before.year) {
      report(
        `${pointer}/year`,
        'not-ascending',
        words('年度应从早到晚', 'rounds must stand in the order of their years'),
      );
    }
    if (before && isBefore(value.opensOn, before.opensOn)) {
      report(`${pointer}/opensOn`, 'not-ascending', words('早于上一年度的开始日期', 'opens before the round above it'));
    }
    const undated = undatedSteps(value, deadlines);
    if (undated.length === 0) return;
    const named = (language: keyof Words) => [...new Set(undated.map((step) => step[language]))];
    const english = `no date is set for: ${named('en').join(', ')}`;
    report(pointer, 'step-without-deadline', words(`下列环节没有时限：${named('zh').join('、')}`, english));
  });
}

/** The steps of a round for which a programme can set dates and sets none: nobody would be reminded of them. */
function undatedSteps(round: Readonly<Record<string, unknown>>, deadlines: readonly Located[]): readonly Step[] {
  const set = deadlines.flatMap(({ value }) => (value.year === round.year ? [value.kind] : []));
  return STEPS.filter((step) => {
    const settable = datesOf(step).filter((kind) => isTakenIn(round, settableDateOf(kind)?.steps ?? []));
    return settable.length > 0 && !settable.some((kind) => set.includes(kind));
  });
}

function checkDeadlines(rounds: readonly Located[], deadlines: readonly Located[], report: Report): void {
  const named = deadlines.flatMap(({ value, pointer }) =>
    typeof value.kind === 'string' && typeof value.year === 'number'
      ? [{ name: `${value.year} ${value.kind}`, pointer: `${pointer}/kind` }]
      : [],
  );
  reportDuplicates(named, report);
  for (const { value, pointer } of deadlines) {
    checkDates(value, pointer, report);
    const round = rounds.find((candidate) => candidate.value.year === value.year)?.value;
    if (!round) {
      if (typeof value.year !== 'number') continue;
      report(
        `${pointer}/year`,
        'year-without-round',
        words(`没有 ${value.year} 年度`, `there is no round ${value.year}`),
      );
      continue;
    }
    if (isBefore(value.remindByDate, round.opensOn)) {
      report(`${pointer}/remindByDate`, 'dates-out-of-order', words('早于年度开始日期', 'before the round opens'));
    }
    const steps = settableDateOf(value.kind)?.steps;
    if (!steps || !isRecord(round.steps) || isTakenIn(round, steps)) continue;
    const english = 'the round has no step that this date belongs to';
    report(`${pointer}/kind`, 'deadline-without-step', words('该年度没有这个时限所属的环节', english));
  }
}

function checkDates(deadline: Readonly<Record<string, unknown>>, pointer: string, report: Report): void {
  if (isBefore(deadline.dueDate, deadline.remindByDate)) {
    report(
      `${pointer}/remindByDate`,
      'dates-out-of-order',
      words('提醒日期晚于到期日期', 'reminds after the due date'),
    );
  }
  if (isBefore(deadline.remindByDate, deadline.internalDate)) {
    report(
      `${pointer}/internalDate`,
      'dates-out-of-order',
      words('内部日期晚于提醒日期', 'the internal date is too late'),
    );
  }
}

function checkLadder(body: string, rungs: readonly Located[], report: Report): void {
  rungs.forEach(({ value, pointer }, index) => {
    const before = rungs[index - 1]?.value;
    if (before && typeof value.offset === 'number' && typeof before.offset === 'number') {
      if (value.offset <= before.offset) {
        report(`${pointer}/offset`, 'not-ascending', words('各级应从早到晚，不重复', 'rungs must ascend by offset'));
      }
    }
    if (before && COLOURS.indexOf(String(value.colour)) < COLOURS.indexOf(String(before.colour))) {
      report(
        `${pointer}/colour`,
        'not-ascending',
        words('颜色不能比上一级轻', 'the colour is below that of the rung above'),
      );
    }
    if (body === 'owner') checkOwnersRung(value, pointer, report);
    else checkRung(value, pointer, report);
    const to: readonly unknown[] = Array.isArray(value.to) ? value.to : [];
    reportDuplicates(
      to.map((name, position) => ({ name, pointer: `${pointer}/to/${position}` })),
      report,
    );
    to.forEach((addressee, position) => {
      if (body !== 'committee' || !['superior-office', 'area-liaison', 'party-group'].includes(String(addressee)))
        return;
      const english = 'the committee is the root: it has no such addressee';
      report(`${pointer}/to/${position}`, 'rung-impossible', words('工委是最高一级，没有这个对象', english));
    });
  });
}

function checkRung(rung: Readonly<Record<string, unknown>>, pointer: string, report: Report): void {
  if (typeof rung.offset !== 'number') return;
  const isReminder = rung.kind === 'remind';
  if (isReminder ? rung.offset >= 0 : rung.kind === 'escalate' && rung.offset <= 0) {
    const english = 'reminders come before the date, escalations after it';
    report(`${pointer}/offset`, 'rung-impossible', words('提醒在到期前（负数），督办在到期后（正数）', english));
  }
  if (isReminder ? ['yellow', 'red'].includes(String(rung.colour)) : rung.colour === 'blue') {
    const english = 'a reminder is none or blue, an escalation yellow or red';
    report(`${pointer}/colour`, 'rung-impossible', words('提醒只用无色或蓝色，督办只用黄色或红色', english));
  }
  for (const key of ['slip', 'bulletin']) {
    if (!isReminder || rung[key] !== true) continue;
    report(
      `${pointer}/${key}`,
      'rung-impossible',
      words('到期前不督办、不通报', 'a reminder has neither slip nor bulletin'),
    );
  }
}

/** The owner of a problem is one person: he is reminded, before the date and after it, and never escalated against. */
function checkOwnersRung(rung: Readonly<Record<string, unknown>>, pointer: string, report: Report): void {
  if (rung.kind === 'escalate' || rung.slip === true || rung.bulletin === true) {
    const english = 'owners of problems are only reminded: no escalation, slip or bulletin';
    report(`${pointer}/kind`, 'rung-impossible', words('问题责任人只提醒，不督办、不通报', english));
  }
  if (typeof rung.offset !== 'number') return;
  const colours = rung.offset < 0 ? ['none', 'blue'] : ['yellow', 'red'];
  if (rung.offset === 0 || !colours.includes(String(rung.colour))) {
    const english = 'before the date none or blue, after it yellow or red, none on the date itself';
    report(
      `${pointer}/colour`,
      'rung-impossible',
      words('到期前用无色或蓝色，到期后用黄色或红色，当日不设级', english),
    );
  }
}

function checkGates(gates: readonly Located[], report: Report): void {
  reportDuplicates(namesIn(gates, 'name'), report);
  for (const { value, pointer } of gates) {
    const needsFloor = value.name === 'participation' || value.name === 'satisfaction';
    if (needsFloor && value.floor === undefined) {
      report(pointer, 'floor-misplaced', words('须写明下限 floor', 'this gate needs a floor'));
    } else if (!needsFloor && value.floor !== undefined && typeof value.name === 'string') {
      report(`${pointer}/floor`, 'floor-misplaced', words('该条件没有下限', 'this gate has no floor'));
    }
  }
}

/** [D] rules name their clause; a [P] rule that refuses names a document of `basis` (苏委工〔2020〕6号 is the first). */
function checkSources(raw: Readonly<Record<string, unknown>>, report: Report): void {
  const documents = namesIn(recordsIn(raw, 'basis', ''), 'number');
  reportDuplicates(documents, report);
  for (const { value, pointer } of sourcesIn(raw, PROGRAMME_SHAPE, '')) {
    if (value.mark === 'D' && value.clause === undefined) {
      report(pointer, 'clause-missing', words('文件规定（D）须写明条款 clause', 'a rule marked D names its clause'));
    }
    if (typeof value.introducedBy !== 'string') continue;
    const at = `${pointer}/introducedBy`;
    if (value.mark === 'D') {
      report(
        at,
        'unknown-document',
        words('文件规定（D）不需要引入文件', 'a rule marked D needs no introducing document'),
      );
    } else if (!documents.some(({ name }) => name === value.introducedBy)) {
      report(
        at,
        'unknown-document',
        words(`依据 basis 中没有“${value.introducedBy}”`, 'this document is not in basis'),
      );
    }
  }
}

/** Every source of a rule within a part of a programme, with its pointer. */
export function sourcesIn(value: unknown, shape: Shape, pointer: string): Located[] {
  if (shape.is === 'list' && Array.isArray(value)) {
    return value.flatMap((entry, index) => sourcesIn(entry, shape.of, `${pointer}/${index}`));
  }
  if (shape.is !== 'record' || !isRecord(value)) return [];
  if (shape === SOURCE_SHAPE) return [{ value, pointer }];
  return Object.keys(value)
    .filter((key) => Object.hasOwn(shape.keys, key))
    .flatMap((key) => sourcesIn(value[key], shape.keys[key], childPointer(pointer, key)));
}

function isTakenIn(round: Readonly<Record<string, unknown>>, steps: readonly string[]): boolean {
  const scopes = round.steps;
  return isRecord(scopes) && steps.some((step) => scopes[step] !== undefined && scopes[step] !== 'none');
}

function isBefore(left: unknown, right: unknown): boolean {
  return isCivilDate(left) && isCivilDate(right) && left < right;
}
