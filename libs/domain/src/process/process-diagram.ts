import type { Words } from '../words';
import type { Phase } from './phases';
import type { CommandDefinition, NewsDefinition, Process, RunTypes } from './process';
import { PHASE_WORDS } from './processes';
import { endsOf } from './run-rules';

/** A language of the pages. */
export type Language = keyof Words;

/** What may happen to a run: a command that is given or news that comes. */
export type Act = CommandDefinition<RunTypes> | NewsDefinition<RunTypes>;

/** One arrow: what happens, and from which step it leads to which. */
export interface Transition {
  readonly act: Words;
  readonly from: string;
  readonly to: string;
}

/** The commands and news of a process, in the order of its tables. */
export function actsOf({ commands, news }: Process): readonly Act[] {
  return [...Object.values(commands), ...Object.values(news)];
}

/** The steps at which a command or news may come; news of any step finds no run that is not begun or is over. */
export function stepsOf({ steps, last }: Process, { at }: Pick<Act, 'at'>): readonly string[] {
  return at === 'any' ? Object.keys(steps).filter((step) => step !== 'opening' && step !== last) : at;
}

/** Every way that the events which a command or news may record lead, to another step or to the same one anew. */
export function transitionsOf(process: Process): readonly Transition[] {
  return actsOf(process).flatMap((act) =>
    stepsOf(process, act).flatMap((from) => {
      const ends = act.records.flatMap((type) => endsOf(process.events[type].to, from));
      return [...new Set(ends)].map((to) => ({ act, from, to }));
    }),
  );
}

/** What leads on from more than half of the steps: in the diagram one arrow, below it a sentence. */
export function widespreadOf(process: Process): readonly Words[] {
  const ways = transitionsOf(process);
  const half = Object.keys(process.steps).length / 2;
  return actsOf(process).filter((act) => new Set(ways.flatMap((way) => (way.act === act ? way.from : []))).size > half);
}

const MANY = 'many';
const MANY_WORDS: Words = { zh: '多个环节（见图下）', en: 'many steps (see below)' };

/** The process as a state diagram, its steps in the boxes of their phases; a step that begins anew is told in the tables. */
export function drawProcess(process: Process, language: Language): string {
  const { steps, events, opens, last } = process;
  const starts = opens.flatMap((type) =>
    endsOf(events[type].to, 'opening').map((to) => ({ act: events[type], from: '[*]', to })),
  );
  const widespread = widespreadOf(process);
  const arrows = new Map<string, Set<string>>();
  const moves = transitionsOf(process).filter(({ from, to }) => from !== to);
  for (const { act, from, to } of [...starts, ...moves]) {
    const way = `${widespread.includes(act) ? MANY : idOf(from)} --> ${idOf(to)}`;
    arrows.set(way, (arrows.get(way) ?? new Set()).add(act[language]));
  }
  const lines = [...arrows].map(([way, acts]) => `${way}: ${[...acts].join(' / ')}`);
  const many = widespread.length > 0 ? [boxOf(MANY, MANY_WORDS[language])] : [];
  const end = last === null ? [] : [`${idOf(last)} --> [*]`];
  return ['stateDiagram-v2', ...boxesOf(steps, language), ...many, ...lines, ...end].join('\n  ');
}

/** The steps, those of a phase together; the beginning is the dot. */
function boxesOf(steps: Process['steps'], language: Language): string[] {
  const drawn = Object.entries(steps).filter(([step]) => step !== 'opening');
  const phases = [...new Set(drawn.map(([, { phase }]) => phase))];
  return phases.flatMap((phase) => {
    const ofPhase = drawn.filter(([, step]) => step.phase === phase);
    const inside = ofPhase.map(([step, words]) => boxOf(idOf(step), words[language]));
    return isGrouped(phase)
      ? [`state "${PHASE_WORDS[phase][language]}" as phase_${idOf(phase)} {`, ...inside.map((line) => `  ${line}`), '}']
      : inside;
  });
}

/** After the last phase nothing is left to group. */
function isGrouped(phase: Phase | null): phase is Phase {
  return phase !== null && phase !== 'closed';
}

function boxOf(id: string, words: string): string {
  return `state "${words}" as ${id}`;
}

/** Names in a diagram have no hyphens. */
function idOf(name: string): string {
  return name.replaceAll('-', '_');
}
