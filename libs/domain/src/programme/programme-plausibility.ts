import { DEADLINE_WORDS } from '../code-words';
import { isCivilDate } from '../time/civil-date';
import { sourcesIn } from './programme-consistency';
import type { DeadlineKind } from './programme';
import { settableDateOf } from './programme-dates';
import { PROGRAMME_SHAPE } from './programme-shape';
import { isRecord, recordsIn, tenThousandthsOf, type Located, type Report } from './programme-walk';
import { type Words, words } from '../words';

/** The programme's own circular and the clauses that it has; the code cites them as `苏委工〔2020〕6号 三.4`. */
const CIRCULAR = '苏委工〔2020〕6号';
const CLAUSES_OF_CIRCULAR = [
  ...[
    '一',
    '二',
    '三',
    '三.1',
    '三.2',
    '三.3',
    '三.4',
    '四',
    '四.1',
    '四.2',
    '四.3',
    '四.4',
    '五',
    '五.1',
    '五.2',
    '五.3',
  ],
  '附件',
];

/** Reports what is well written and cannot be meant: dates outside their year, clauses that are none, shares of nothing. */
export function checkPlausibility(raw: unknown, report: Report): void {
  if (!isRecord(raw)) return;
  const rounds = recordsIn(raw, 'rounds', '');
  const deadlines = recordsIn(raw, 'deadlines', '');
  const issued = recordsIn(raw, 'basis', '').map(({ value }) => value.date);
  checkOpenings(rounds, issued, report);
  for (const deadline of deadlines) checkInRound(deadline, rounds, report);
  checkOrder(deadlines, report);
  checkShares(raw, rounds, report);
  checkClauses(raw, report);
}

/** A round opens in its year, and none before any document that it rests on. */
function checkOpenings(rounds: readonly Located[], issued: readonly unknown[], report: Report): void {
  const earliest = issued.filter(isCivilDate).sort()[0];
  for (const { value, pointer } of rounds) {
    const { opensOn, year } = value;
    if (!isCivilDate(opensOn) || typeof year !== 'number') continue;
    if (yearOf(opensOn) !== year) {
      report(`${pointer}/opensOn`, 'date-outside-round', words(`不在 ${year} 年内`, `is not in ${year}`));
    } else if (earliest !== undefined && opensOn < earliest) {
      const text = `早于依据文件的日期 ${earliest}`;
      report(
        `${pointer}/opensOn`,
        'dates-out-of-order',
        words(text, `before the document of ${earliest} that it rests on`),
      );
    }
  }
}

/** Every date of an obligation lies between the day its round opens and the end of the round's year. */
function checkInRound({ value, pointer }: Located, rounds: readonly Located[], report: Report): void {
  const round = rounds.find((candidate) => candidate.value.year === value.year)?.value;
  if (!round || typeof value.year !== 'number') return;
  for (const key of ['dueDate', 'remindByDate', 'internalDate']) {
    const date = value[key];
    if (!isCivilDate(date)) continue;
    const at = `${pointer}/${key}`;
    if (yearOf(date) > value.year) {
      report(
        at,
        'date-outside-round',
        words(`${date} 晚于 ${value.year} 年度`, `${date} is after the year ${value.year}`),
      );
    } else if (key !== 'remindByDate' && isCivilDate(round.opensOn) && date < round.opensOn) {
      const text = `${date} 早于年度开始日期 ${round.opensOn}`;
      report(at, 'date-outside-round', words(text, `${date} is before the round opens on ${round.opensOn}`));
    }
  }
}

/** What comes later in the year is not due earlier. */
function checkOrder(deadlines: readonly Located[], report: Report): void {
  for (const { value, pointer } of deadlines) {
    const rank = settableDateOf(value.kind)?.rank;
    const { dueDate } = value;
    if (rank === undefined || !isCivilDate(dueDate)) continue;
    const late = deadlines.find(
      ({ value: other }) =>
        other.year === value.year &&
        (settableDateOf(other.kind)?.rank ?? rank) < rank &&
        isCivilDate(other.dueDate) &&
        other.dueDate > dueDate,
    );
    if (!late) continue;
    const before = String(late.value.dueDate);
    const { zh, en } = DEADLINE_WORDS[late.value.kind as DeadlineKind];
    report(
      `${pointer}/dueDate`,
      'dates-out-of-order',
      words(`早于前一时限“${zh}”的到期日期 ${before}`, `before the date of the ${en}, which is due on ${before}`),
    );
  }
}

/** A goal, a draw or a floor of 0 % is none, and a pass mark of 0 passes everybody. */
function checkShares(raw: Readonly<Record<string, unknown>>, rounds: readonly Located[], report: Report): void {
  const above = (value: unknown, pointer: string, said: Words): void => {
    if (tenThousandthsOf(value) === 0) report(pointer, 'out-of-range', said);
  };
  for (const { value, pointer } of rounds) {
    for (const key of ['goal', 'planShare']) {
      const shared = value[key];
      if (isRecord(shared))
        above(shared.share, `${pointer}/${key}/share`, words('比例须大于 0%', 'the share must be above 0%'));
    }
  }
  const { spotCheck, assessment } = raw;
  if (isRecord(spotCheck)) {
    const chinese = '抽查比例须大于 0%（三.4 按照一定比例抽查复核）';
    above(spotCheck.ratio, '/spotCheck/ratio', words(chinese, 'the ratio of the draw must be above 0%'));
  }
  if (!isRecord(assessment)) return;
  for (const { value, pointer } of recordsIn(assessment, 'gates', '/assessment')) {
    above(value.floor, `${pointer}/floor`, words('下限须大于 0%', 'the floor must be above 0%'));
  }
  if (assessment.passMark === 0) {
    report('/assessment/passMark', 'out-of-range', words('达标分须大于 0', 'the pass mark must be above 0'));
  }
}

/** A clause is one of the circular's where nothing else is in `basis`; of other documents we do not know the clauses. */
function checkClauses(raw: Readonly<Record<string, unknown>>, report: Report): void {
  const basis = recordsIn(raw, 'basis', '').map(({ value }) => value.number);
  const onlyCircular = basis.length > 0 && basis.every((number) => number === CIRCULAR);
  for (const { value, pointer } of sourcesIn(raw, PROGRAMME_SHAPE, '')) {
    if (onlyCircular) checkClause(value.clause, `${pointer}/clause`, report);
  }
  for (const dimension of recordsIn(raw.scoreSheet, 'dimensions', '/scoreSheet')) {
    for (const indicator of recordsIn(dimension.value, 'indicators', dimension.pointer)) {
      for (const { value, pointer } of recordsIn(indicator.value, 'basis', indicator.pointer)) {
        if (value.regulation === CIRCULAR) checkClause(value.article, `${pointer}/article`, report);
      }
    }
  }
}

function checkClause(clause: unknown, pointer: string, report: Report): void {
  if (typeof clause !== 'string' || clause.trim() === '' || CLAUSES_OF_CIRCULAR.includes(clause)) return;
  report(pointer, 'unknown-clause', words(`${CIRCULAR} 没有条款“${clause}”`, 'the circular has no such clause'));
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}
