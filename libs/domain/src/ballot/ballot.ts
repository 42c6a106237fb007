import { DomainError } from '../errors';
import type { InputFault } from '../input-fault';
import type { Programme, ScoreSheet } from '../programme/programme';

/** The questions, the scale and the smallest group of a ballot: the `ballot` part of the score sheet. */
export type BallotDefinition = ScoreSheet['ballot'];

/** How the members are asked. */
export const BALLOT_MODES = ['online', 'paper'] as const;

export type BallotMode = (typeof BALLOT_MODES)[number];

/** One anonymous sheet: no person, no time, one scale code per question. */
export interface Ballot {
  readonly group: 'member' | 'mass';
  readonly answers: readonly string[];
}

/** A number of members and of non-members (党员、群众). */
export interface GroupCounts {
  readonly members: number;
  readonly masses: number;
}

/** How often each code of the scale was given to one question. */
export type AnswerCounts = Readonly<Record<string, number>>;

/** The result of one ballot box; ratios are ten-thousandths rounded down, so that a floor is never reached by rounding. */
export interface BallotTally {
  readonly eligible: GroupCounts;
  readonly cast: GroupCounts;
  readonly participation: number;
  /** Satisfied among valid votes of all questions; 不了解 is no valid vote; null without a valid vote. */
  readonly satisfaction: number | null;
  /** All that is kept of a satisfaction that is withheld. */
  readonly satisfactionMet?: boolean;
  readonly perQuestion: readonly { readonly question: string; readonly counts: AnswerCounts }[];
  readonly smallestGroup: number;
  /** Fewer were cast than the smallest group: only `publicTally` may be shown. */
  readonly suppressed: boolean;
}

/** What one counter (监票) found on paper. */
export interface PaperTally {
  readonly cast: GroupCounts;
  readonly perQuestion: readonly AnswerCounts[];
}

/** The floors of the participation and satisfaction gates in ten-thousandths. */
export interface BallotFloors {
  readonly participation: number;
  readonly satisfaction: number;
}

interface FloorsMet {
  readonly eligible: GroupCounts;
  readonly participationMet: boolean;
  readonly satisfactionMet: boolean;
}

/** What anybody may see of a tally: below the smallest group only met or not met. */
export type PublicTally =
  | (FloorsMet & { readonly suppressed: true })
  | (FloorsMet &
      Pick<BallotTally, 'cast' | 'participation' | 'satisfaction' | 'perQuestion'> & { readonly suppressed: false });

/** Counts ballots cast on line, 党员群众测评 (苏委工〔2020〕6号 三.4); throws `invalid-input` or `ballot-numbers-impossible`. */
export function tallyBallots(
  ballots: readonly Ballot[],
  eligible: GroupCounts,
  definition: BallotDefinition,
): BallotTally {
  const perQuestion = definition.questions.map(() => emptyCounts(definition));
  for (const { answers } of ballots) {
    checkAnswers(answers, definition);
    answers.forEach((code, question) => {
      const counts = perQuestion[question];
      if (counts) counts[code] = (counts[code] ?? 0) + 1;
    });
  }
  const members = ballots.filter(({ group }) => group === 'member').length;
  const cast = { members, masses: ballots.length - members };
  if (cast.members > eligible.members || cast.masses > eligible.masses) {
    throw new DomainError('ballot-numbers-impossible', '收回的测评表多于应参加人数', { eligible, cast });
  }
  return summarise({ cast, perQuestion }, eligible, definition);
}

/** One sheet: a code of the scale for each question; throws `invalid-input` with every fault. */
export function checkAnswers(answers: readonly string[], definition: BallotDefinition): void {
  const errors = answers.flatMap((answer, at): InputFault[] =>
    isCode(definition, answer)
      ? []
      : [{ pointer: `/answers/${at}`, code: 'unknown-code', message: `没有选项 ${answer}` }],
  );
  const { length } = definition.questions;
  if (answers.length !== length) {
    errors.push({ pointer: '/answers', code: 'question-count', message: `应答 ${length} 个问题` });
  }
  if (errors.length > 0) throw new DomainError('invalid-input', '测评表须对每个问题作出一个有效选择', { errors });
}

/** Turns a paper tally that `checkPaperTally` found without fault into the same tally as on line. */
export function tallyPaper(paper: PaperTally, eligible: GroupCounts, definition: BallotDefinition): BallotTally {
  return summarise(paper, eligible, definition);
}

/** Impossible numbers in either count, then every place where the second counter differs; pointers start with `/first` or `/second`. */
export function checkPaperTally(
  counts: { readonly first: PaperTally; readonly second: PaperTally },
  eligible: GroupCounts,
  definition: BallotDefinition,
): InputFault[] {
  const faults = [
    ...checkCount('/first', counts.first, { eligible, definition }),
    ...checkCount('/second', counts.second, { eligible, definition }),
  ];
  return faults.length > 0 ? faults : differences(counts.first, counts.second);
}

/** Impossible numbers in the first count; pointers into it. */
export function checkPaperCount(count: PaperTally, eligible: GroupCounts, definition: BallotDefinition): InputFault[] {
  return checkCount('', count, { eligible, definition });
}

/** The floors that a programme names; 0 where it asks none. */
export function ballotFloors({ assessment }: Pick<Programme, 'assessment'>): BallotFloors {
  const floor = (name: string) => assessment.gates.find((gate) => gate.name === name)?.floor ?? 0;
  return { participation: floor('participation'), satisfaction: floor('satisfaction') };
}

/** The tally as it may be kept: below the smallest group of the answers only whether the floor was met. */
export function withheldTally(tally: BallotTally, floors: BallotFloors): BallotTally {
  if (!tally.suppressed) return tally;
  return { ...tally, satisfaction: null, satisfactionMet: satisfactionMet(tally, floors), perQuestion: [] };
}

/** The tally as it may be shown: figures withheld below the smallest group. */
export function publicTally(tally: BallotTally, floors: BallotFloors): PublicTally {
  const met = {
    eligible: tally.eligible,
    participationMet: tally.participation >= floors.participation,
    satisfactionMet: satisfactionMet(tally, floors),
  };
  if (tally.suppressed) return { ...met, suppressed: true };
  const { cast, participation, satisfaction, perQuestion } = tally;
  return { ...met, cast, participation, satisfaction, perQuestion, suppressed: false };
}

function satisfactionMet(tally: BallotTally, floors: BallotFloors): boolean {
  return tally.satisfactionMet ?? (tally.satisfaction !== null && tally.satisfaction >= floors.satisfaction);
}

function summarise(paper: PaperTally, eligible: GroupCounts, definition: BallotDefinition): BallotTally {
  const cast = paper.cast.members + paper.cast.masses;
  const satisfied = votes(paper, definition, (entry) => entry === true);
  const valid = votes(paper, definition, (entry) => entry !== null);
  return {
    eligible,
    cast: paper.cast,
    participation: ratioOf(cast, eligible.members + eligible.masses) ?? 0,
    satisfaction: ratioOf(satisfied, valid),
    perQuestion: definition.questions.map((question, at) => ({
      question,
      counts: { ...emptyCounts(definition), ...paper.perQuestion[at] },
    })),
    smallestGroup: definition.smallestGroup,
    suppressed: cast < definition.smallestGroup,
  };
}

function votes(
  paper: PaperTally,
  definition: BallotDefinition,
  counted: (satisfied: boolean | null) => boolean,
): number {
  const codes = definition.scale.filter((entry) => counted(entry.satisfied)).map((entry) => entry.code);
  return paper.perQuestion.reduce(
    (sum, counts) => sum + codes.reduce((part, code) => part + (counts[code] ?? 0), 0),
    0,
  );
}

function checkCount(
  at: string,
  paper: PaperTally,
  { eligible, definition }: { readonly eligible: GroupCounts; readonly definition: BallotDefinition },
): InputFault[] {
  const faults: InputFault[] = [];
  for (const group of ['members', 'masses'] as const) {
    const pointer = `${at}/cast/${group}`;
    if (!isCount(paper.cast[group])) faults.push(fault(pointer, 'not-a-count', '须为不小于 0 的整数'));
    else if (paper.cast[group] > eligible[group]) {
      faults.push(
        fault(pointer, 'more-than-eligible', `收回 ${paper.cast[group]} 份，多于应参加的 ${eligible[group]} 人`),
      );
    }
  }
  if (paper.perQuestion.length !== definition.questions.length) {
    faults.push(fault(`${at}/perQuestion`, 'question-count', `应有 ${definition.questions.length} 个问题的计票`));
  }
  const { members, masses } = paper.cast;
  const cast = isCount(members) && isCount(masses) ? members + masses : NaN;
  paper.perQuestion.forEach((counts, question) => {
    const pointer = `${at}/perQuestion/${question}`;
    for (const [code, count] of Object.entries(counts)) {
      if (!isCode(definition, code))
        faults.push(fault(`${pointer}/${escapePointer(code)}`, 'unknown-code', `没有选项 ${code}`));
      else if (!isCount(count))
        faults.push(fault(`${pointer}/${escapePointer(code)}`, 'not-a-count', '须为不小于 0 的整数'));
    }
    const sum = Object.values(counts).reduce((total, count) => total + count, 0);
    if (sum > cast) faults.push(fault(pointer, 'more-than-cast', `本题 ${sum} 票，多于收回的 ${cast} 份`));
  });
  return faults;
}

/** Where two counted differently. What the other found is not said: both count again, neither copies. */
function differences(first: PaperTally, second: PaperTally): InputFault[] {
  const faults: InputFault[] = [];
  const compare = (pointer: string, one: number, other: number) => {
    if (one !== other) faults.push(fault(pointer, 'counters-differ', '两名监票人计数不一致，请各自重新清点'));
  };
  compare('/second/cast/members', first.cast.members, second.cast.members);
  compare('/second/cast/masses', first.cast.masses, second.cast.masses);
  first.perQuestion.forEach((counts, question) => {
    const others = second.perQuestion[question] ?? {};
    for (const code of new Set([...Object.keys(counts), ...Object.keys(others)])) {
      compare(`/second/perQuestion/${question}/${escapePointer(code)}`, counts[code] ?? 0, others[code] ?? 0);
    }
  });
  return faults;
}

function ratioOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((part * 10_000) / whole);
}

function emptyCounts(definition: BallotDefinition): Record<string, number> {
  return Object.fromEntries(definition.scale.map(({ code }) => [code, 0]));
}

function isCode(definition: BallotDefinition, code: string): boolean {
  return definition.scale.some((entry) => entry.code === code);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function escapePointer(text: string): string {
  return text.replaceAll('~', '~0').replaceAll('/', '~1');
}

function fault(pointer: string, code: string, message: string): InputFault {
  return { pointer, code, message };
}
