import fc from 'fast-check';
import type { Deadline } from './deadline';
import { lightAt, type Light, type LightInstants, worstLight } from './light';
import { runLightAt, runLightOf } from './run-light';
import { instantOf } from '../time/time';

const START = Date.UTC(2020, 4, 31, 16);
const instant = (from: number, to: number) => fc.integer({ min: from, max: to }).map((step) => instantOf(START + step));
const maybe = (from: number, to: number) => fc.option(instant(from, to), { nil: null });

/** What is recorded has come; dates may lie ahead. */
const deadline: fc.Arbitrary<LightInstants & Pick<Deadline, 'body'>> = fc.record({
  body: fc.constantFrom('branch' as const, 'branch' as const, 'owner' as const, 'organisation' as const),
  nearAt: maybe(-3, 6),
  dueAt: maybe(-3, 6),
  veryLateAt: maybe(-3, 6),
  pausedAt: maybe(-3, 0),
  breachedAt: maybe(-3, 0),
  metAt: maybe(-3, 0),
  metHow: fc.constantFrom(null, 'in-time' as const, 'late-entry-timely' as const, 'late' as const),
  voidedAt: maybe(-3, 0),
});

test('what is kept of a run shows the worst light of its own dates at every instant from the last recorded fact on', () => {
  const seen = new Set<Light | null>();
  fc.assert(
    fc.property(fc.array(deadline, { maxLength: 4 }), fc.integer({ min: 0, max: 7 }), (deadlines, step) => {
      const now = instantOf(START + step);
      const own = deadlines.filter(({ body }) => body !== 'organisation');
      const worst = worstLight(own.map((one) => lightAt(one, now)));
      seen.add(worst);
      expect(runLightAt(runLightOf(deadlines), now)).toBe(worst);
    }),
    { numRuns: 4000, seed: 20200531 },
  );
  expect(seen.size).toBe(10);
});
