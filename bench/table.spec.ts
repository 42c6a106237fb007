import { report } from './table';

const SLOW = {
  command_p95_ms: 900,
  closed_loop_commands_per_s: 9,
  engine_alone: { command_p95_ms: 800, closed_loop_commands_per_s: 10 },
  worker_rss_mb: 500,
};

/** The lines that name a figure. */
const linesOf = (text: string, name: string) => text.split('\n').filter((line) => line.includes(name));

it('misses nothing on a slow machine where the ratios hold', () => {
  const text = report(SLOW);
  expect(text).not.toContain('MISSED');
  expect(linesOf(text, 'command p95: to the bare engine')).toEqual([expect.stringMatching(/1\.13\s+≤ 1\.2\s+met$/)]);
  expect(linesOf(text, ' command_p95_ms')).toEqual([expect.stringMatching(/900\s+≤ 150$/)]);
});

it.each([
  ['a ratio', { ...SLOW, closed_loop_commands_per_s: 7 }, 'closed loop: to the bare engine'],
  ['what does not hang on speed', { ...SLOW, worker_rss_mb: 601 }, 'worker_rss_mb'],
])('misses %s that is not kept', (_, figures, name) => {
  const missed = report(figures)
    .split('\n')
    .filter((line) => line.endsWith('MISSED'));
  expect(missed).toEqual([expect.stringContaining(name)]);
});

it('tells the ratios first, then those to an earlier file, then the figures', () => {
  const earlier = { file: 'earlier.json', figures: { ...SLOW, command_p95_ms: 450, worker_rss_mb: 490 } };
  const sections = report(SLOW, earlier).split('\n\n');
  expect(sections.map((section) => section.split('\n')[0])).toEqual([
    'ratios within this run',
    'ratios to earlier.json',
    'figures of this machine',
  ]);
  expect(linesOf(sections[1] ?? '', ' command_p95_ms')).toEqual([expect.stringMatching(/\s2\s+worse\s+450 → 900$/)]);
  expect(linesOf(sections[1] ?? '', 'worker_rss_mb')).toEqual([expect.stringMatching(/\s1\.02\s+490 → 500$/)]);
});

it('calls fewer a second worse', () => {
  const earlier = { file: 'earlier.json', figures: { ...SLOW, closed_loop_commands_per_s: 18 } };
  expect(report(SLOW, earlier)).toMatch(/closed_loop_commands_per_s\s+0\.5\s+worse/);
});
