import { type Figures, flat } from './figures';
import { AMOUNTS, isMet, type Promised, RATIOS, SPEEDS } from './promises';

/** A change of so much between two sittings is worth a word. */
const NOTICED = 1.1;
/** Of these more is better; of all the others less. */
const MORE_IS_BETTER = /per_s$|share|listeners$|told$|scrolled$|seeded$|at_once$|live_runs$/;
const BARE = 'engine_alone.closed_loop_commands_per_s';

/** The whole of a run: its ratios, what became of each figure since an earlier run of the same machine, and the figures. */
export function report(figures: Figures, earlier?: { readonly file: string; readonly figures: Figures }): string {
  const sections = [section('ratios within this run', ratioLines(figures))];
  if (earlier) sections.push(section(`ratios to ${earlier.file}`, comparisonLines(figures, earlier.figures)));
  sections.push(section('figures of this machine', figureLines(figures)));
  return sections.filter(Boolean).join('\n\n');
}

/** One line for each figure: its value, and the promise where it keeps one or must. */
export function figureLines(figures: Figures): string[] {
  return [...flat(figures)].map(([name, value]) => {
    const amount = AMOUNTS[name];
    const speed = SPEEDS[name];
    const verdict = amount
      ? judged(amount, value)
      : speed
        ? `${boundOf(speed)}${isMet(speed, value) ? 'met' : ''}`
        : '';
    return lineOf(name, value, verdict);
  });
}

/** The ratios of a run by their names, where both figures were measured. */
export function ratiosOf(figures: Figures): Record<string, number> {
  const values = flat(figures);
  return Object.fromEntries(
    RATIOS.flatMap(({ name, of, to }) => {
      const [value, base] = [values.get(of), values.get(to)];
      return value === undefined || !base ? [] : [[name, value / base]];
    }),
  );
}

function ratioLines(figures: Figures): string[] {
  return Object.entries(ratiosOf(figures)).map(([name, value]) => {
    const promised = RATIOS.find((ratio) => ratio.name === name)?.promised;
    return lineOf(name, value, promised ? judged(promised, value) : '');
  });
}

function comparisonLines(now: Figures, before: Figures): string[] {
  const earlier = flat(before);
  const lines = [...flat(now)].flatMap(([name, value]) => {
    const base = earlier.get(name);
    if (!base) return [];
    const ratio = value / base;
    const better = MORE_IS_BETTER.test(name) ? ratio : 1 / ratio;
    const word = better > NOTICED ? 'better' : better < 1 / NOTICED ? 'worse' : '';
    return [`${lineOf(name, ratio, word.padEnd(8))} ${rounded(base).padStart(10)} → ${rounded(value)}`.trimEnd()];
  });
  const machine = (flat(now).get(BARE) ?? 0) / (earlier.get(BARE) ?? 0);
  const caution = `the bare engine is ${rounded(machine)} times as fast as it was: machine or sitting differ by so much`;
  return Number.isFinite(machine) && machine > 0 ? [caution, ...lines] : lines;
}

function judged(promised: Promised, value: number): string {
  return `${boundOf(promised)}${isMet(promised, value) ? 'met' : 'MISSED'}`;
}

function boundOf({ direction, bound }: Promised): string {
  return `${direction} ${bound}`.padEnd(10);
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${title}\n${lines.map((line) => `  ${line}`).join('\n')}`;
}

function lineOf(name: string, value: number, verdict: string): string {
  return `${name.padEnd(54)}${rounded(value).padStart(12)}  ${verdict}`.trimEnd();
}

function rounded(value: number): string {
  const digits = Math.abs(value) < 10 ? 100 : 10;
  return String(Math.round(value * digits) / digits);
}
