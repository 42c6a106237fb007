/** The figures of one bench run; the keys are those of the project's promises, absent where not measured. */
export type Figures = Record<string, number | Record<string, number>>;

/** What is promised of a figure; `at least` where more is better. */
const PROMISES: Readonly<Record<string, readonly ['at most' | 'at least', number]>> = {
  command_p95_ms: ['at most', 150],
  closed_loop_commands_per_s: ['at least', 40],
  list_p95_ms: ['at most', 200],
  overview_p95_ms: ['at most', 200],
  late_acted_on_s: ['at most', 15],
  late_lost: ['at most', 0],
  late_twice: ['at most', 0],
  late_early: ['at most', 0],
  command_p95_while_late_ms: ['at most', 300],
  visible_p99_ms: ['at most', 2000],
  worker_rss_mb: ['at most', 600],
  api_rss_mb: ['at most', 300],
  api_start_ms: ['at most', 3000],
};

/** The value below which a share of the values lies; 0.5 is the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** One line for each figure: value, promise, whether it holds. */
export function table(figures: Figures): string {
  const lines = Object.entries(figures).flatMap(([name, value]) =>
    typeof value === 'number'
      ? [lineOf(name, value)]
      : Object.entries(value).map(([inner, number]) => lineOf(`${name}.${inner}`, number)),
  );
  return lines.join('\n');
}

function lineOf(name: string, value: number): string {
  const [direction, bound] = PROMISES[name] ?? [];
  const holds = direction === 'at least' ? value >= Number(bound) : value <= Number(bound);
  const promise = direction ? `${direction} ${bound}  ${holds ? 'met' : 'MISSED'}` : '';
  return `${name.padEnd(44)}${String(Math.round(value * 10) / 10).padStart(12)}  ${promise}`;
}
