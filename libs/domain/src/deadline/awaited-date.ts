import { workdaysBetween, type WorkdayCalendar } from '../calendar/calendar';
import type { Target } from '../branch-run/branch-run.terms';
import type { StepDates } from '../process/process';
import type { DeadlineKind } from '../programme/programme';
import type { CivilDate } from '../time/time';
import { type Words, words } from '../words';

/** An open date that a run may be waited for by. */
export interface OpenDate {
  readonly kind: DeadlineKind;
  /** Null while it waits for a holiday notice. */
  readonly dueDate: CivilDate | null;
}

/**
 * The date by which what a run stands at is needed: its own, else the one of its organisation that cannot be met without it. A
 * branch planned for the next year holds up no assessment of this one (苏委工〔2020〕6号 三.2). Null where no date binds it.
 */
export function awaitedDate<D extends OpenDate>(
  dates: StepDates | undefined,
  open: { readonly own: readonly D[]; readonly above: readonly D[] },
  target: Target | null = null,
): D | null {
  const above = (dates?.above ?? []).filter((kind) => holdsUp(dates, kind, target));
  return firstOf(dates?.own ?? [], open.own) ?? firstOf(above, open.above);
}

/** Whether the organisation's date of this kind cannot be met without the branch that stands at a step with these dates. */
export function holdsUp(dates: StepDates | undefined, kind: DeadlineKind, target: Target | null): boolean {
  return (dates?.above?.includes(kind) ?? false) && !(target === 'next-year' && kind === 'assessment');
}

/** Workdays after `today` up to and including the date: 0 on its last; negative by those that have passed since; null where no notice tells. */
export function workdaysLeft(today: CivilDate, dueDate: CivilDate, calendar: WorkdayCalendar): number | null {
  const [from, to] = today <= dueDate ? [today, dueDate] : [dueDate, today];
  if (from < calendar.knownFrom || to > calendar.knownUntil) return null;
  const workdays = workdaysBetween(from, to, calendar);
  return today <= dueDate || workdays === 0 ? workdays : -workdays;
}

/** The same, said. */
export function workdaysLeftWords(left: number): Words {
  if (left > 0) return words(`还有 ${left} 个工作日`, `${left} ${left === 1 ? 'workday' : 'workdays'} left`);
  return left === 0
    ? words('已无剩余工作日', 'no workday left')
    : words(`已过 ${-left} 个工作日`, `${-left} ${left === -1 ? 'workday' : 'workdays'} past`);
}

function firstOf<D extends OpenDate>(kinds: readonly DeadlineKind[], open: readonly D[]): D | null {
  const due = ({ dueDate }: D) => dueDate ?? '9999';
  for (const kind of kinds) {
    const [first] = open.filter((date) => date.kind === kind).sort((a, b) => (due(a) < due(b) ? -1 : 1));
    if (first) return first;
  }
  return null;
}
