import { earliest, hasCome } from './deadline-plan';
import type { Deadline } from './deadline';
import { lightAt, type Light, type LightInstants, worstLight } from './light';
import type { Instant } from '../time/time';

/**
 * What the light of a whole run is read from, so that it need not look at its dates: it stands on the run's row, kept by the
 * step that changes a date. No light is among it that would change with time alone.
 */
export interface RunLight {
  /** The worst light of the run while none of the instants has come; null without any date. */
  readonly restLight: Light | null;
  /** The nearest of those of the dates that bind. */
  readonly nearAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly veryLateAt: Instant | null;
}

export const NO_LIGHT: RunLight = { restLight: null, nearAt: null, dueAt: null, veryLateAt: null };

/** What the light of a branch's run, or of a problem, is read from: what its organisation owes about it is the organisation's delay. */
export function runLightOf(dates: readonly (LightInstants & Pick<Deadline, 'body'>)[]): RunLight {
  const deadlines = dates.filter(({ body }) => body !== 'organisation');
  const running = deadlines.filter(
    ({ metAt, voidedAt, pausedAt }) => metAt === null && voidedAt === null && pausedAt === null,
  );
  const atRest = deadlines.map((deadline) =>
    lightAt({ ...deadline, ...(running.includes(deadline) && INSTANTS) }, EVER),
  );
  return {
    restLight: worstLight(atRest),
    nearAt: earliest(running.map(({ nearAt }) => nearAt)),
    dueAt: earliest(running.map(({ dueAt }) => dueAt)),
    veryLateAt: earliest(running.map(({ veryLateAt }) => veryLateAt)),
  };
}

const INSTANTS = { nearAt: null, dueAt: null, veryLateAt: null };
/** After everything that is recorded. */
const EVER: Instant = '9999-12-31T00:00:00.000Z';

/** The same as the worst of the lights of its dates, at any instant from the last recorded fact on. */
export function runLightAt({ restLight, nearAt, dueAt, veryLateAt }: RunLight, now: Instant): Light | null {
  if (hasCome(veryLateAt, now)) return 'very-late';
  if (hasCome(dueAt, now)) return 'late';
  return hasCome(nearAt, now) ? 'near' : restLight;
}
