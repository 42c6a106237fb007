import fc from 'fast-check';
import { stateAfter } from '@app/contracts';
import { UNOPENED_BRANCH_RUN, UNOPENED_ORGANISATION_RUN, UNOPENED_SPOT_CHECK } from '@app/domain';
import { answerOf } from './run-write';

type State = { readonly step: string };

/** A state of this kind: any column as it is unopened, or anything that JSON knows. */
function stateLike(unopened: State): fc.Arbitrary<State> {
  const columns = Object.entries(unopened).map(([name, value]) => [
    name,
    name === 'step' ? fc.constantFrom('survey-writing', 'building') : fc.oneof(fc.constant(value), fc.jsonValue()),
  ]);
  return fc.record(Object.fromEntries(columns) as { step: fc.Arbitrary<string> });
}

/** As the engine keeps it: a value of JSON. */
function kept<T>(answer: T): T {
  return JSON.parse(JSON.stringify(answer)) as T;
}

describe.each([
  ['branch run', UNOPENED_BRANCH_RUN as State],
  ['organisation run', UNOPENED_ORGANISATION_RUN as State],
  ['spot check', UNOPENED_SPOT_CHECK as State],
])('the answer of a local write of a %s', (_, unopened) => {
  const outcome = { version: 2, stale: false, refusal: null, effects: [] };

  it('gives the workflow the state that the row has', () => {
    fc.assert(
      fc.property(stateLike(unopened), stateLike(unopened), (before, state) => {
        const answer = kept(answerOf(unopened, { ...outcome, state, before }));
        expect(stateAfter(answer, kept(before), unopened)).toEqual(kept(state));
      }),
    );
  });

  it('gives it whole where nothing was written, whatever the workflow held', () => {
    fc.assert(
      fc.property(stateLike(unopened), stateLike(unopened), (held, state) => {
        const answer = kept(answerOf(unopened, { ...outcome, state }));
        expect(stateAfter(answer, held, unopened)).toEqual(kept(state));
      }),
    );
  });

  it('has no column that JSON would lose', () => {
    expect(kept(unopened)).toEqual(unopened);
    expect(Object.values(unopened)).not.toContain(undefined);
  });
});
