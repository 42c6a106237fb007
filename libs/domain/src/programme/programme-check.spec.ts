import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { checkProgramme, toProgramme } from './programme-check';

const FOLDER = join(__dirname, '../../../../programmes/suzhou-2020');
const read = (name: string): unknown => parse(readFileSync(join(FOLDER, name), 'utf8'));

interface Scored {
  points: number;
  indicators: { points: number }[];
}
interface Raw {
  scoreSheet: { totalPoints: number; dimensions: Scored[] };
  [key: string]: unknown;
}

const WRITTEN = { ...(read('programme.yaml') as object), scoreSheet: read('score-sheet.yaml') };
const fresh = (): Raw => structuredClone(WRITTEN) as Raw;

/** Every place that holds points of the sheet: total, dimensions, indicators. */
function pointsOf(raw: Raw): { get: () => number; set: (points: number) => void }[] {
  const sheet = raw.scoreSheet;
  const scored = sheet.dimensions.flatMap((dimension) => [dimension, ...dimension.indicators]);
  return [
    { get: () => sheet.totalPoints, set: (points) => void (sheet.totalPoints = points) },
    ...scored.map((part) => ({ get: () => part.points, set: (points: number) => void (part.points = points) })),
  ];
}

describe('checkProgramme', () => {
  test('the circular’s programme has no fault', () => {
    expect(checkProgramme(fresh())).toEqual([]);
  });

  test('any single change to the points of the sheet is caught', () => {
    const places = pointsOf(fresh()).length;
    const anyPoints = fc.oneof(
      fc.integer({ min: -400, max: 4_000 }).map((halves) => halves / 2),
      fc.double({ noNaN: false }),
    );
    fc.assert(
      fc.property(fc.nat({ max: places - 1 }), anyPoints, (index, points) => {
        const raw = fresh();
        const place = pointsOf(raw)[index];
        fc.pre(place.get() !== points);
        place.set(points);
        expect(checkProgramme(raw)).not.toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('no key can be taken away or spoilt unnoticed, whatever its level', () => {
    const places: (string | number)[][] = [];
    const visit = (value: unknown, path: (string | number)[]): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, child] of Object.entries(value)) {
        const at = [...path, Array.isArray(value) ? Number(key) : key];
        places.push(at);
        visit(child, at);
      }
    };
    const raw = fresh();
    visit(raw, []);
    for (const path of places) {
      const holder = path.slice(0, -1).reduce<unknown>((value, key) => (value as never)[key], raw) as Record<
        string,
        unknown
      >;
      const key = path.at(-1) as string;
      const kept = holder[key];
      holder[key] = { spoilt: true };
      expect([path, checkProgramme(raw).length]).not.toEqual([path, 0]);
      holder[key] = kept;
    }
    expect(checkProgramme(raw)).toEqual([]);
  });

  test('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.anything(), (raw) => checkProgramme(raw).length > 0));
    const keys = Object.keys(fresh());
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.anything(), (key, value) => {
        expect(() => checkProgramme({ ...fresh(), [key]: value })).not.toThrow();
      }),
      { numRuns: 60 },
    );
    const strange = { ...fresh(), deadlines: [{ kind: 'constructor', year: 2020, to: 'toString' }] };
    expect(checkProgramme(strange).map((fault) => fault.code)).toContain('unknown-value');
  });
});

describe('toProgramme', () => {
  test('turns points into hundredths, shares into ten-thousandths, and names the dimensions', () => {
    const programme = toProgramme(fresh());
    expect(programme.dimensions).toEqual(['D1', 'D2', 'D3', 'D4', 'D5', 'D6']);
    expect(programme.rounds.map((round) => round.goal.share)).toEqual([8_000, 10_000, 10_000]);
    expect(programme.rounds[0].planShare?.share).toBe(8_000);
    expect(programme.spotCheck.ratio).toBe(2_000);
    expect(programme.assessment).toMatchObject({ passMark: 9_500, selfGapAlert: 300 });
    expect(programme.scoreSheet).toMatchObject({ totalPoints: 10_000, scoreStep: 50 });
    expect(programme.scoreSheet.dimensions[0].indicators[1].deductions[1]).toEqual({
      when: '委员职务缺项',
      points: 50,
      unit: 'per-occurrence',
      cap: 150,
    });
  });

  test('refuses a programme with faults and hands them over', () => {
    expect(() => toProgramme({ ...fresh(), version: '' })).toThrow(
      expect.objectContaining({
        code: 'programme-invalid',
        details: { faults: [expect.objectContaining({ pointer: '/version', code: 'empty' })] },
      }),
    );
  });
});
