import type { Deadline } from './deadline';
import { hasCome } from './deadline-plan';
import type { Instant } from '../time/time';

/** Worst first: the open ones by urgency, then the closed ones; a `met-late` is never green again. */
export const LIGHTS = [
  'very-late',
  'late',
  'near',
  'on-track',
  'paused',
  'met-late',
  'met-entered-late',
  'met',
  'void',
] as const;

/** The state of a deadline as shown: by shape and word, colour only third. */
export type Light = (typeof LIGHTS)[number];

/** The instants a light is read from; the SQL twin reads the same columns. */
export type LightInstants = Pick<
  Deadline,
  'nearAt' | 'dueAt' | 'veryLateAt' | 'pausedAt' | 'breachedAt' | 'metAt' | 'metHow' | 'voidedAt'
>;

/**
 * The light at `now`, first match of: void · met (in time and never breached ? met : timely late entry ? met-entered-late :
 * met-late) · paused · very-late · late · near · on-track. A light is computed, never stored.
 */
export function lightAt(deadline: LightInstants, now: Instant): Light {
  if (hasCome(deadline.voidedAt, now)) return 'void';
  if (deadline.metAt !== null && deadline.metAt <= now) {
    if ((deadline.dueAt === null || deadline.metAt < deadline.dueAt) && deadline.breachedAt === null) return 'met';
    return deadline.metHow === 'late-entry-timely' ? 'met-entered-late' : 'met-late';
  }
  if (hasCome(deadline.pausedAt, now)) return 'paused';
  if (hasCome(deadline.veryLateAt, now)) return 'very-late';
  if (hasCome(deadline.dueAt, now)) return 'late';
  return hasCome(deadline.nearAt, now) ? 'near' : 'on-track';
}

/** Lights of what still binds, all worse than those of what is done with: `paused` is the least of them. */
const OPEN_LIGHTS: ReadonlySet<Light> = new Set(LIGHTS.slice(0, LIGHTS.indexOf('paused') + 1));

/** Whether a date with this light still binds. */
export function isOpenLight(light: Light): boolean {
  return OPEN_LIGHTS.has(light);
}

/** The light of a whole run: its worst open deadline, or with none open the worst closed one; null without any. */
export function worstLight(lights: readonly Light[]): Light | null {
  return LIGHTS.find((light) => lights.includes(light)) ?? null;
}

/**
 * The light under which a run stands: the worst of what still binds it there, be it its own or that of its organisation that
 * it is awaited by. What was met before says nothing of where it stands now; of a run that is over it says all.
 */
export function standingLight(
  { own, awaited }: { readonly own: Light | null; readonly awaited: Light | null },
  isOver: boolean,
): Light | null {
  const worst = worstLight([own, awaited].filter((light) => light !== null));
  return worst !== null && (isOver || isOpenLight(worst)) ? worst : null;
}
