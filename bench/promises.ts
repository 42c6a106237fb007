/** What is promised of a figure. */
export interface Promised {
  readonly direction: '≤' | '≥' | '=';
  readonly bound: number;
}

/** A ratio of two figures of one run: what the machine does to one, it does to the other. */
export interface Ratio {
  readonly name: string;
  readonly of: string;
  readonly to: string;
  readonly promised?: Promised;
}

/** To the bare engine, to the quiet part of the same run, and of ours to the engine's. */
export const RATIOS: readonly Ratio[] = [
  {
    name: 'closed loop: to the bare engine',
    of: 'closed_loop_commands_per_s',
    to: 'engine_alone.closed_loop_commands_per_s',
    promised: { direction: '≥', bound: 0.8 },
  },
  {
    name: 'command p95: to the bare engine',
    of: 'command_p95_ms',
    to: 'engine_alone.command_p95_ms',
    promised: { direction: '≤', bound: 1.2 },
  },
  {
    name: 'command p50: to the bare engine',
    of: 'command_p50_ms',
    to: 'engine_alone.command_p50_ms',
  },
  {
    name: 'command p95, cold: to warm',
    of: 'command_cold_p95_ms',
    to: 'command_warm_p95_ms',
    promised: { direction: '≤', bound: 1.3 },
  },
  {
    name: 'command p50, cold: to warm',
    of: 'command_cold_p50_ms',
    to: 'command_warm_p50_ms',
  },
  {
    name: 'commands a second, cold: to warm',
    of: 'cold_commands_per_s',
    to: 'warm_commands_per_s',
    promised: { direction: '≥', bound: 1 },
  },
  {
    name: 'processor of a command, ours, cold: to warm',
    of: 'cpu_ms_per_cold_command.ours',
    to: 'cpu_ms_per_warm_command.ours',
  },
  {
    name: 'command p95, ten thousand late: to the quiet part',
    of: 'command_p95_while_late_ms',
    to: 'command_p95_before_late_ms',
    promised: { direction: '≤', bound: 2 },
  },
  {
    name: 'list p95, ten thousand late: to the quiet part',
    of: 'list_p95_while_late_ms',
    to: 'list_p95_before_late_ms',
    promised: { direction: '≤', bound: 2 },
  },
  {
    name: 'command p95, five hundred listen: to none',
    of: 'command_p95_with_listeners_ms',
    to: 'command_p95_alone_ms',
    promised: { direction: '≤', bound: 1.1 },
  },
  {
    name: 'lists at a hundred thousand runs: to ten thousand',
    of: 'list_p95_ms',
    to: 'lists_of_ten_thousand.list_p95_ms',
    promised: { direction: '≤', bound: 1.3 },
  },
  {
    name: 'processor of a command, ours: to the bare engine’s',
    of: 'cpu_ms_per_command.ours',
    to: 'engine_alone.cpu_ms_per_command_engine',
  },
  {
    name: 'processor of a command, engine: to the bare engine’s',
    of: 'cpu_ms_per_command.engine',
    to: 'engine_alone.cpu_ms_per_command_engine',
  },
];

/** What does not hang on how fast a machine is: counted, or measured in bytes. */
export const AMOUNTS: Readonly<Record<string, Promised>> = {
  listeners: { direction: '≥', bound: 500 },
  console_first_load_kb: { direction: '≤', bound: 400 },
  runs_seeded: { direction: '≥', bound: 100_000 },
  late_at_once: { direction: '≥', bound: 10_000 },
  late_lost: { direction: '=', bound: 0 },
  late_twice: { direction: '=', bound: 0 },
  late_early: { direction: '=', bound: 0 },
  db_bytes_per_run: { direction: '≤', bound: 25 * 1024 },
  engine_bytes_per_run: { direction: '≤', bound: 30 * 1024 },
  history_events_per_run: { direction: '≤', bound: 150 },
  worker_rss_mb: { direction: '≤', bound: 600 },
  api_rss_mb: { direction: '≤', bound: 300 },
  hour_errors: { direction: '=', bound: 0 },
};

/** What a slow machine takes longer for: such a figure is met or not told of, and never missed. */
export const SPEEDS: Readonly<Record<string, Promised>> = {
  command_p95_ms: { direction: '≤', bound: 150 },
  closed_loop_commands_per_s: { direction: '≥', bound: 40 },
  'cpu_ms_per_command.ours': { direction: '≤', bound: 15 },
  list_p95_ms: { direction: '≤', bound: 60 },
  overview_p95_ms: { direction: '≤', bound: 60 },
  console_interactive_ms: { direction: '≤', bound: 2000 },
  console_interaction_p95_ms: { direction: '≤', bound: 300 },
  console_scroll_frames_per_s: { direction: '≥', bound: 50 },
  console_reading_frames_per_s: { direction: '≥', bound: 50 },
  late_acted_on_s: { direction: '≤', bound: 15 },
  command_p95_while_late_ms: { direction: '≤', bound: 300 },
  visible_p99_ms: { direction: '≤', bound: 2000 },
  api_start_ms: { direction: '≤', bound: 3000 },
};

export function isMet({ direction, bound }: Promised, value: number): boolean {
  if (direction === '=') return value === bound;
  return direction === '≥' ? value >= bound : value <= bound;
}
