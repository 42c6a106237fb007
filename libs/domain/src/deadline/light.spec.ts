import fc from 'fast-check';
import { lightAt, LIGHTS, standingLight, worstLight, type Light, type LightInstants } from './light';
import { instantOf } from '../time/time';

const open: LightInstants = {
  nearAt: '2020-05-21T00:30:00.000Z',
  dueAt: '2020-05-31T16:00:00.000Z',
  veryLateAt: '2020-06-09T01:00:00.000Z',
  pausedAt: null,
  breachedAt: null,
  metAt: null,
  metHow: null,
  voidedAt: null,
};

describe('lightAt', () => {
  it.each<[string, Light, Partial<LightInstants>]>([
    ['2020-05-21T00:29:59.999Z', 'on-track', {}],
    ['2020-05-21T00:30:00.000Z', 'near', {}],
    ['2020-05-31T15:59:59.999Z', 'near', {}],
    ['2020-05-31T16:00:00.000Z', 'late', {}],
    ['2020-06-09T00:59:59.999Z', 'late', {}],
    ['2020-06-09T01:00:00.000Z', 'very-late', {}],
    ['2020-06-09T01:00:00.000Z', 'late', { veryLateAt: null }],
    ['2020-05-25T00:00:00.000Z', 'on-track', { nearAt: null }],
    ['2020-06-09T01:00:00.000Z', 'paused', { pausedAt: '2020-06-09T01:00:00.000Z' }],
    ['2020-06-09T01:00:00.000Z', 'very-late', { pausedAt: '2020-06-09T01:00:00.001Z' }],
    ['2020-06-10T00:00:00.000Z', 'met', { metAt: '2020-05-31T15:59:59.999Z', metHow: 'in-time' }],
    ['2020-06-10T00:00:00.000Z', 'met-late', { metAt: '2020-05-31T16:00:00.000Z', metHow: 'late' }],
    [
      '2020-06-10T00:00:00.000Z',
      'met-entered-late',
      { metAt: '2020-06-05T00:00:00.000Z', metHow: 'late-entry-timely' },
    ],
    [
      '2020-06-10T00:00:00.000Z',
      'met-late',
      { metAt: '2020-05-30T00:00:00.000Z', metHow: 'late', breachedAt: '2020-05-15T16:00:00.000Z' },
    ],
    ['2020-06-04T00:00:00.000Z', 'late', { metAt: '2020-06-05T00:00:00.000Z', metHow: 'late' }],
    [
      '2020-06-10T00:00:00.000Z',
      'met',
      { metAt: '2020-05-30T00:00:00.000Z', metHow: 'in-time', pausedAt: '2020-05-29T00:00:00.000Z' },
    ],
    [
      '2020-06-10T00:00:00.000Z',
      'void',
      { voidedAt: '2020-06-10T00:00:00.000Z', metAt: '2020-05-30T00:00:00.000Z', metHow: 'in-time' },
    ],
    ['2020-06-10T00:00:00.000Z', 'very-late', { voidedAt: '2020-06-10T00:00:00.001Z' }],
  ])('at %s is %s with %j', (now, light, change) => {
    expect(lightAt({ ...open, ...change }, now)).toBe(light);
  });

  it('an open deadline only ever gets worse', () => {
    const instant = fc.integer({ min: Date.parse('2020-04-01'), max: Date.parse('2020-08-01') }).map(instantOf);
    fc.assert(
      fc.property(instant, instant, (one, other) => {
        const [earlier, later] = [one, other].sort();
        const rank = (now: string) => LIGHTS.indexOf(lightAt(open, now));
        expect(rank(later)).toBeLessThanOrEqual(rank(earlier));
      }),
    );
  });
});

describe('worstLight', () => {
  it.each<[Light[], Light | null]>([
    [[], null],
    [['met', 'very-late', 'late'], 'very-late'],
    [['near', 'late', 'met'], 'late'],
    [['on-track', 'near'], 'near'],
    [['paused', 'on-track', 'met-late'], 'on-track'],
    [['paused', 'met-late'], 'paused'],
    [['met', 'met-entered-late', 'met-late'], 'met-late'],
    [['met', 'met-entered-late'], 'met-entered-late'],
    [['void', 'met'], 'met'],
    [['void'], 'void'],
  ])('of %j is %s', (lights, expected) => {
    expect(worstLight(lights)).toBe(expected);
  });
});

describe('standingLight', () => {
  it.each<[Light | null, Light | null, boolean, Light | null]>([
    [null, null, false, null],
    ['met', 'near', false, 'near'],
    ['late', 'on-track', false, 'late'],
    ['met', null, false, null],
    ['met-late', null, true, 'met-late'],
    ['paused', null, false, 'paused'],
    ['void', null, true, 'void'],
  ])('of own %s and awaited %s, over: %s, is %s', (own, awaited, isOver, expected) => {
    expect(standingLight({ own, awaited }, isOver)).toBe(expected);
  });
});
