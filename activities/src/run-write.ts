import type { RunWrite } from '@app/contracts';
import type { Instant, Spoken } from '@app/domain';
import type { Provenance } from '@app/persistence';

type What = RunWrite<unknown, unknown>['what'];

/** Programme time of a write: stamped by the API or the sender, never read from a clock here. */
export function instantOfWrite(what: What): Instant {
  if (what.kind === 'open') return what.at;
  return what.kind === 'command' ? what.spoken.receivedAt : what.message.receivedAt;
}

/** Who spoke; nobody where another run or the opening speaks. */
export function spokenOf(what: What): Spoken | null {
  return what.kind === 'command' ? what.spoken : null;
}

/** Through which door the fact came in. */
export function provenanceOf(what: What): Provenance {
  return what.kind === 'command' ? 'api' : 'process';
}
