import type { RunAnswer, RunWrite } from '@app/contracts';
import type { Instant, Attribution } from '@app/domain';
import type { OperationOutcome, Provenance } from '@app/persistence';

type What = RunWrite['what'];

/** Programme time of a write: stamped by the API or the sender, never read from a clock here. */
function instantOfWrite(what: What): Instant {
  if (what.kind === 'open' || what.kind === 'revive') return what.at;
  return what.kind === 'command' ? what.attribution.receivedAt : what.message.receivedAt;
}

/** What every local write of a run hands to the write path, whatever its rule. */
export function operationOf(input: RunWrite, writtenAt: Instant) {
  const { runId, operationKey, requestDigest, expectedVersion, what } = input;
  return {
    runId,
    operationKey,
    requestDigest,
    expectedVersion,
    at: instantOfWrite(what),
    writtenAt,
    attribution: attributionOf(what),
    provenance: provenanceOf(what),
    isSent: what.kind === 'command' || what.kind === 'news',
  };
}

/** Who spoke; nobody where another run or the opening speaks. */
function attributionOf(what: What): Attribution | null {
  return what.kind === 'command' ? what.attribution : null;
}

/** Through which door the event came in. */
function provenanceOf(what: What): Provenance {
  return what.kind === 'command' ? 'api' : 'process';
}

/**
 * The answer as the engine keeps it: of the state only what this write changed. Where it wrote nothing (its key was known,
 * the row was ahead, a refusal) the workflow's own state is not sure, so all that differs from the unopened one.
 */
export function answerOf<S extends { readonly step: string }>(
  unopened: S,
  { version, state, stale, refusal, effects, untold, before }: OperationOutcome<S>,
): RunAnswer<S> {
  const known = new Map(Object.entries(before ?? unopened).map(([name, value]) => [name, JSON.stringify(value)]));
  const differing = Object.entries(state).filter(
    ([name, value]) => name === 'step' || known.get(name) !== JSON.stringify(value),
  );
  return {
    version,
    state: Object.fromEntries(differing) as Partial<S>,
    ...(before && { onto: 'expected' }),
    ...(stale && { stale }),
    ...(refusal && { refusal }),
    ...(effects.length > 0 && { effects }),
    ...(untold && { untold }),
  };
}
