import fc from 'fast-check';
import {
  beat,
  hold,
  HEARTBEAT_GRACE_MS,
  isStanding,
  programmeNow,
  realDelayUntil,
  release,
  type ProgrammeClock,
} from './programme-clock';
import { instantOf, msOf } from './time';

const realStart = '2026-11-24T00:00:00.000Z';
const start = '2020-04-16T16:00:00.000Z';
const real = (ms: number) => instantOf(msOf(realStart) + ms);
const programme = (ms: number) => instantOf(msOf(start) + ms);
const rehearsal: ProgrammeClock = {
  anchorReal: realStart,
  anchorProgramme: start,
  rate: 1000,
  heldSince: null,
  holdsAt: null,
  heartbeatAt: realStart,
  rehearsal: true,
};
const campaign: ProgrammeClock = {
  ...rehearsal,
  anchorProgramme: realStart,
  rate: 1,
  heartbeatAt: null,
  rehearsal: false,
};
const refusal = (code: string) => expect.objectContaining({ code });

describe('programmeNow', () => {
  it.each<[string, Partial<ProgrammeClock>, number, number]>([
    ['runs at its rate', {}, 200, 200_000],
    ['stands 250 ms after the last heartbeat', {}, 60_000, 250_000],
    ['stands at its anchor before the first heartbeat', { heartbeatAt: null }, 60_000, 0],
    ['does not run back before its anchor', {}, -500, 0],
    ['stops itself exactly', { holdsAt: programme(150_500) }, 200, 150_500],
    ['runs until it stops itself', { holdsAt: programme(150_500) }, 150, 150_000],
    ['is where it was held', { heldSince: programme(7) }, 200, 7],
    ['rounds down', { rate: 0.3 }, 5, 1],
  ])('%s', (_name, change, atReal, expected) => {
    expect(programmeNow({ ...rehearsal, ...change }, real(atReal))).toBe(programme(expected));
  });

  it('of a real campaign is real time, heartbeat or not', () => {
    expect(programmeNow(campaign, real(86_400_000))).toBe(real(86_400_000));
    expect(beat(campaign, real(86_400_000)).anchorReal).toBe(realStart);
  });
});

describe('hold and release', () => {
  it('takes the time of the hold out of the programme', () => {
    const held = hold(rehearsal, real(100));
    expect(programmeNow(held, real(9_000))).toBe(programme(100_000));
    expect(hold(held, real(200))).toBe(held);
    const going = beat(release(held, real(10_000), programme(900_000)), real(10_000));
    expect(programmeNow(going, real(10_000))).toBe(programme(100_000));
    expect(programmeNow(going, real(10_100))).toBe(programme(200_000));
  });

  it('steps exactly from stop to stop', () => {
    const first = { ...rehearsal, holdsAt: programme(12_345) };
    expect([isStanding(first, real(12)), isStanding(first, real(13))]).toEqual([false, true]);
    const second = beat(release(first, real(5_000), programme(99_999)), real(5_000));
    expect(second).toMatchObject({
      anchorReal: real(5_000),
      anchorProgramme: programme(12_345),
      holdsAt: programme(99_999),
    });
    expect(programmeNow(second, real(5_001))).toBe(programme(13_345));
    expect(programmeNow(beat(second, real(5_200)), real(5_200))).toBe(programme(99_999));
  });

  it('does not pass a stop that nobody moved', () => {
    const going = { ...rehearsal, holdsAt: programme(150_000) };
    const again = beat(release(hold(going, real(100)), real(5_000)), real(5_000));
    expect([programmeNow(again, real(5_000)), programmeNow(again, real(5_100))]).toEqual([
      programme(100_000),
      programme(150_000),
    ]);
    const there = beat(again, real(5_200));
    const without = (now: number) =>
      expect.objectContaining({ code: 'invalid-input', details: { pointer: '/until', now: programme(now) } });
    expect(() => release(there, real(5_200))).toThrow(without(150_000));
    expect(() => release(hold(rehearsal, real(100)), real(5_200))).toThrow(without(100_000));
    const lifted = release(hold(there, real(5_200)), real(5_300));
    expect([isStanding(lifted, real(9_000)), programmeNow(lifted, real(9_000))]).toEqual([true, programme(150_000)]);
  });

  it('refuses a real campaign, a running clock and a stop in the past', () => {
    expect(() => hold(campaign, real(1))).toThrow(refusal('not-rehearsal'));
    expect(() => release({ ...campaign, heldSince: realStart }, real(1), real(2))).toThrow(refusal('not-rehearsal'));
    expect(() => release(rehearsal, real(1))).toThrow(refusal('clock-not-held'));
    expect(() => release({ ...rehearsal, holdsAt: programme(90_000) }, real(1))).toThrow(refusal('clock-not-held'));
    expect(() => release(hold(rehearsal, real(100)), real(200), programme(99_999))).toThrow(refusal('invalid-input'));
    const fiveYears = 5 * 366 * 86_400_000;
    const held = hold(rehearsal, real(100));
    expect(release(held, real(200), programme(100_000 + fiveYears)).holdsAt).toBe(programme(100_000 + fiveYears));
    expect(() => release(held, real(200), programme(100_001 + fiveYears))).toThrow(refusal('invalid-input'));
  });
});

describe('realDelayUntil', () => {
  it.each<[string, Partial<ProgrammeClock>, number, number, number | 'held']>([
    ['the rest, divided by the rate', {}, 100, 150_000, 50],
    ['rounded up', {}, 100, 150_001, 51],
    ['nothing when reached', {}, 100, 100_000, 0],
    ['nothing when passed, though held', { heldSince: programme(100_000) }, 100, 99_000, 0],
    ['held', { heldSince: programme(100_000) }, 100, 100_001, 'held'],
    ['will stop before', { holdsAt: programme(120_000) }, 100, 120_001, 'held'],
    ['will stop just there', { holdsAt: programme(120_000) }, 100, 120_000, 20],
    ['stands at its stop', { holdsAt: programme(90_000) }, 100, 120_000, 'held'],
    ['counts on from the stop of an outage', {}, 60_000, 750_000, 500],
    ['never spins in an outage', {}, 60_000, 250_001, HEARTBEAT_GRACE_MS],
  ])('%s', (_name, change, atReal, instant, expected) => {
    expect(realDelayUntil({ ...rehearsal, ...change }, real(atReal), programme(instant))).toBe(expected);
  });

  it('wakes no earlier than the instant and not a millisecond later than it must', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(0.3, 1, 7, 1000, 86_400, 350_000.7),
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 1, max: 100_000_000 }),
        (rate, atReal, ahead) => {
          const clock = { ...rehearsal, rate, heartbeatAt: real(1_000_000_000_000) };
          const instant = instantOf(msOf(programmeNow(clock, real(atReal))) + ahead);
          const delay = realDelayUntil(clock, real(atReal), instant) as number;
          expect(programmeNow(clock, real(atReal + delay)) >= instant).toBe(true);
          expect(programmeNow(clock, real(atReal + delay - 1)) < instant).toBe(true);
        },
      ),
    );
  });
});

describe('whatever is done to a clock', () => {
  const step = fc.record({
    kind: fc.constantFrom('beat', 'hold', 'release', 'release-until', 'look'),
    wait: fc.oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 100_000 })),
  });

  it('it never runs back, never jumps, never passes its stop', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let clock = rehearsal;
        let at = 0;
        let last = programmeNow(clock, real(at));
        for (const { kind, wait } of steps) {
          at += wait;
          const before = programmeNow(clock, real(at));
          expect(before >= last).toBe(true);
          expect(msOf(before) - msOf(last)).toBeLessThanOrEqual(wait * clock.rate);
          if (kind === 'beat') clock = beat(clock, real(at));
          else if (kind === 'hold') clock = hold(clock, real(at));
          else if (kind === 'release-until' && isStanding(clock, real(at))) {
            clock = release(clock, real(at), instantOf(msOf(before) + wait * 100));
          } else if (kind === 'release' && clock.heldSince !== null && clock.holdsAt !== null) {
            const stop = clock.holdsAt;
            clock = release(clock, real(at));
            expect(clock.holdsAt).toBe(stop);
          }
          last = programmeNow(clock, real(at));
          expect(last).toBe(before);
          if (clock.holdsAt !== null) expect(last <= clock.holdsAt).toBe(true);
        }
      }),
    );
  });

  it('an outage of any length costs the programme at most the grace', () => {
    fc.assert(
      fc.property(fc.integer({ min: 251, max: 10_000_000 }), (outage) => {
        const back = beat(rehearsal, real(outage));
        expect(programmeNow(back, real(outage))).toBe(programme(HEARTBEAT_GRACE_MS * rehearsal.rate));
      }),
    );
  });
});
