import type { Attribution, NoticeOrder, OfficeRef } from './decision';
import type { Process, RunTypes } from './process';

/** Where a run stands, as far as a hand-over changes it. */
type Standing = Pick<RunTypes['state'], 'step' | 'waitingOn'>;

/** What one write did to a run: from where to where, by whom, and whom it tells anyway. */
export interface Passed<T> {
  readonly setting: T;
  readonly before: Standing;
  readonly after: Standing;
  /** Null where another run, the calendar or the opening moved it on. */
  readonly attribution: Pick<Attribution, 'office'> | null;
  readonly told: readonly NoticeOrder[];
}

/**
 * The office that a hand-over goes to and that nobody has told yet; null where the run stays with whom it was, where the office
 * that acted holds the next step too, and where its decision tells that office in words of its own. What one run hands over for
 * forty branches tells the office once, by itself: a run that only follows tells nobody outside its own body.
 * The committee is told of no run of its own: it orders them itself.
 */
export function handedTo<P extends RunTypes>(
  process: Process<P>,
  { setting, before, after, attribution, told }: Passed<P['setting']>,
): OfficeRef | null {
  const to = after.waitingOn;
  if (to === null || after.step === before.step || isSameOffice(to, before.waitingOn)) return null;
  if (told.some((order) => isSameOffice(to, order.to))) return null;
  if (attribution === null) return to.bodyKind === process.scope && to.bodyKind !== 'committee' ? to : null;
  const by = process.steps[after.step as keyof Process<P>['steps']].by;
  const { roles, rolesIn } = process.offices[by as P['office']];
  return (rolesIn?.(setting) ?? roles).includes(attribution.office) ? null : to;
}

function isSameOffice(one: OfficeRef, other: OfficeRef | null): boolean {
  return one.role === other?.role && one.bodyId === other.bodyId;
}
