/** The figures of one bench run; the keys are those of the project's promises, absent where not measured. */
export type Figures = Record<string, number | Record<string, number>>;

interface Target {
  readonly direction: '≤' | '≥' | '=';
  readonly bound: number;
}

/** What is promised of a figure; the others stand for comparison. */
const TARGETS: Readonly<Record<string, Target>> = {
  command_p95_ms: { direction: '≤', bound: 150 },
  command_rate_per_s: { direction: '=', bound: 20 },
  closed_loop_commands_per_s: { direction: '≥', bound: 40 },
  share_of_engine_alone: { direction: '≥', bound: 0.6 },
  list_p95_ms: { direction: '≤', bound: 200 },
  overview_p95_ms: { direction: '≤', bound: 200 },
  listeners: { direction: '≥', bound: 500 },
  listeners_p95_ratio: { direction: '≤', bound: 1.1 },
  console_first_load_kb: { direction: '≤', bound: 400 },
  console_interactive_ms: { direction: '≤', bound: 2000 },
  console_interaction_p95_ms: { direction: '≤', bound: 300 },
  console_scroll_frames_per_s: { direction: '≥', bound: 50 },
  console_reading_frames_per_s: { direction: '≥', bound: 50 },
  runs_seeded: { direction: '≥', bound: 100_000 },
  late_at_once: { direction: '≥', bound: 10_000 },
  late_acted_on_s: { direction: '≤', bound: 15 },
  late_lost: { direction: '=', bound: 0 },
  late_twice: { direction: '=', bound: 0 },
  late_early: { direction: '=', bound: 0 },
  command_p95_while_late_ms: { direction: '≤', bound: 300 },
  visible_p99_ms: { direction: '≤', bound: 2000 },
  db_bytes_per_run: { direction: '≤', bound: 25 * 1024 },
  engine_bytes_per_run: { direction: '≤', bound: 30 * 1024 },
  history_events_per_run: { direction: '≤', bound: 150 },
  worker_rss_mb: { direction: '≤', bound: 600 },
  api_rss_mb: { direction: '≤', bound: 300 },
  api_start_ms: { direction: '≤', bound: 3000 },
};

/** The value below which a share of the values lies; 0.5 is the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** Adds the share of what the bare engine does, where both were measured. */
export function addShare(figures: Figures): void {
  const { closed_loop_commands_per_s: ours, engine_alone: bare } = figures;
  const most = typeof bare === 'object' ? bare.closed_loop_commands_per_s : undefined;
  if (typeof ours === 'number' && most !== undefined) figures.share_of_engine_alone = ours / most;
}

/** One line for each figure: value, target, whether it is met. */
export function table(figures: Figures): string {
  return Object.entries(figures)
    .flatMap(([name, value]) =>
      typeof value === 'number'
        ? [lineOf(name, value)]
        : Object.entries(value).map(([inner, number]) => lineOf(`${name}.${inner}`, number)),
    )
    .join('\n');
}

function lineOf(name: string, value: number): string {
  const digits = Math.abs(value) < 10 ? 100 : 10;
  const target = TARGETS[name];
  const promise = target
    ? `${target.direction} ${target.bound}`.padEnd(10) + (isMet(target, value) ? 'met' : 'MISSED')
    : '';
  return `${name.padEnd(44)}${String(Math.round(value * digits) / digits).padStart(12)}  ${promise}`.trimEnd();
}

function isMet({ direction, bound }: Target, value: number): boolean {
  if (direction === '=') return value === bound;
  return direction === '≥' ? value >= bound : value <= bound;
}
