import { type CivilDate, type Instant, shanghaiDateOf } from '@app/domain';
import { inWords, type Language, type Word } from './words';

/** Why one branch stands where it does, as the API explains it. */
export interface Explanation {
  readonly branch: { readonly code: string; readonly name: string };
  readonly year: number;
  readonly phase: string;
  readonly step: string;
  readonly since: Instant;
  readonly light: string | null;
  /** Office and its holders. */
  readonly waitingOn: string | null;
  readonly nextNeededOn: CivilDate | null;
}

/** One event of its stream. */
export interface StoryEvent {
  readonly at: Instant;
  readonly text: string;
}

/** The longest story; what came before is counted. */
const LONGEST = 12;

/** One branch's story: where it stands, and what happened, the last events in their order. */
export function storyLines(explanation: Explanation, events: readonly StoryEvent[], language: Language): string[] {
  const say = (word: Word) => inWords(word, language);
  const { branch, year, phase, step, since, light, waitingOn, nextNeededOn } = explanation;
  const told = events.slice(-LONGEST);
  const before = events.length - told.length;
  return [
    '',
    `┌ ${branch.code} ${branch.name} · ${year}`,
    `│ ${phase} · ${step} · ${say([`自 ${shanghaiDateOf(since)} 起`, `since ${shanghaiDateOf(since)}`])}` +
      `${light ? ` · ${light}` : ''}`,
    `│ ${say(['由谁办', 'who must act'])}: ${waitingOn ?? say(['无', 'nobody'])}` +
      `${nextNeededOn ? ` · ${say(['须于', 'needed on'])} ${nextNeededOn}` : ''}`,
    ...(before > 0 ? [`│ ${say([`… 此前 ${before} 条`, `… ${before} before`])}`] : []),
    ...told.map(({ at, text }) => `│ ${shanghaiDateOf(at)} ${text}`),
    '└',
  ];
}
