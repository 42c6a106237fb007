import { type CivilDate, type Disposition, DISPOSITION_WORDS } from '@app/domain';
import { inWords, type Language, percentOf, type Word } from './words';

/** One figure and the day it stood at. */
export interface DatedFigure {
  readonly count: number;
  readonly of: number;
  readonly on: CivilDate;
}

/** What a round came to. */
export interface RoundOutcome {
  readonly year: number;
  readonly name: string;
  /** Filed as passed and recognised, each of those in scope, at the assessment date and at the close. */
  readonly filed: readonly DatedFigure[];
  readonly recognised: readonly DatedFigure[];
  readonly notRecognised: readonly {
    readonly code: string;
    readonly disposition: Disposition;
    readonly reason: Word;
  }[];
}

/** How many slips there were and what became of them. */
export interface SlipCounts {
  readonly yellow: number;
  readonly red: number;
  readonly issued: number;
  readonly received: number;
  readonly answered: number;
  /** By doing the work, by decision, because nothing is owed any more; void without an issue. */
  readonly met: number;
  readonly decided: number;
  readonly notOwed: number;
  readonly void: number;
}

/** Everything the summary says; it holds no real time, so that the same seed prints the same text. */
export interface Summary {
  readonly campaign: string;
  readonly seed: string;
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly rounds: readonly RoundOutcome[];
  readonly escalations: Readonly<Record<string, number>>;
  /** 督办单: how many stood where in the end. */
  readonly slips: SlipCounts;
  readonly busiest: {
    readonly name: string;
    readonly month: string;
    readonly notices: number;
    readonly tasks: number;
  } | null;
  readonly invariants: readonly { readonly name: string; readonly count: number }[];
  readonly faults: readonly string[];
}

/** The summary as lines; lists are sorted here, whatever order they came in. */
export function summaryLines(summary: Summary, language: Language): string[] {
  const say = (word: Word) => inWords(word, language);
  return [
    say([
      `══ 演练小结：${summary.campaign}，种子 ${summary.seed}，${summary.from} 至 ${summary.until} ══`,
      `══ Summary of the rehearsal ${summary.campaign}, seed ${summary.seed}, ${summary.from} to ${summary.until} ══`,
    ]),
    ...[...summary.rounds].sort((a, b) => a.year - b.year).flatMap((round) => roundLines(round, language)),
    ...escalationLines(summary, language),
    ...slipLines(summary, language),
    busiestLine(summary, language),
    ...invariantLines(summary, language),
  ];
}

function roundLines({ year, name, filed, recognised, notRecognised }: RoundOutcome, language: Language): string[] {
  const say = (word: Word) => inWords(word, language);
  const figure = ({ count, of, on }: DatedFigure) => `${on} ${count}/${of} ${percentOf(count, of)}`;
  const figures = (list: readonly DatedFigure[]) =>
    [...list]
      .sort((a, b) => (a.on < b.on ? -1 : 1))
      .map(figure)
      .join(language === 'en' ? '; ' : '；');
  const left = [...notRecognised].sort((a, b) => (a.code < b.code ? -1 : 1));
  return [
    `${year} ${name}`,
    `  ${say(['已备案达标', 'filed as passed'])}: ${figures(filed)}`,
    `  ${say(['已认定', 'recognised'])}: ${figures(recognised)}`,
    `  ${say([`未认定 ${left.length} 个`, `not recognised: ${left.length}`])}`,
    ...left.map(
      ({ code, disposition, reason }) => `    ${code}  ${DISPOSITION_WORDS[disposition][language]}: ${say(reason)}`,
    ),
  ];
}

function escalationLines({ escalations }: Summary, language: Language): string[] {
  const rungs = Object.entries(escalations).sort(([a], [b]) => Number(a) - Number(b));
  const total = rungs.reduce((sum, [, count]) => sum + count, 0);
  const day = (rung: string) =>
    language === 'en'
      ? `${rung} workdays`
      : `${Number(rung) > 0 ? '到期后' : '到期前'}第 ${Math.abs(Number(rung))} 个工作日`;
  return [
    inWords([`催办 ${total} 次`, `escalations: ${total}`], language),
    ...rungs.map(([rung, count]) => `  ${day(rung)}: ${count}`),
  ];
}

function slipLines({ slips }: Summary, language: Language): string[] {
  const { yellow, red, issued, received, answered, met, decided, notOwed } = slips;
  return [
    [`督办单：黄 ${yellow} 张、红 ${red} 张`, `slips: ${yellow} yellow, ${red} red`],
    [
      `  签发 ${issued}、签收 ${received}、反馈 ${answered}`,
      `  issued ${issued}, signed for ${received}, answered ${answered}`,
    ],
    [
      `  工作完成办结 ${met}、决定办结 ${decided}、时限终止 ${notOwed}、未签发作废 ${slips.void}`,
      `  ended by the work ${met}, by decision ${decided}, owed no more ${notOwed}, void ${slips.void}`,
    ],
  ].map(([zh = '', en = '']) => inWords([zh, en], language));
}

function busiestLine({ busiest }: Summary, language: Language): string {
  if (!busiest) return inWords(['没有支部书记收到通知', 'no secretary was told anything'], language);
  const { name, month, notices, tasks } = busiest;
  return inWords(
    [
      `最忙的支部书记：${name}，${month}，通知 ${notices} 条、待办 ${tasks} 项`,
      `the busiest secretary: ${name}, ${month}, ${notices} notices and ${tasks} tasks`,
    ],
    language,
  );
}

function invariantLines({ invariants, faults }: Summary, language: Language): string[] {
  const verdict: Word =
    faults.length === 0
      ? ['核验一致', 'verified: sound']
      : [`核验有 ${faults.length} 处不符`, `verified: ${faults.length} faults`];
  return [
    inWords(verdict, language),
    ...[...invariants].sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, count }) => `  ${name}  ${count}`),
    ...faults.map((fault) => `  ✗ ${fault}`),
  ];
}

/** The secretary's month with the most notices and tasks; among equals the earliest month, then the first by code. */
export function busiestMonth(
  burdens: readonly {
    readonly code: string;
    readonly name: string;
    readonly month: string;
    readonly kind: 'notice' | 'task';
  }[],
): Summary['busiest'] {
  const counts = new Map<string, { code: string; name: string; month: string; notices: number; tasks: number }>();
  for (const { code, name, month, kind } of burdens) {
    const key = `${code}/${month}`;
    const entry = counts.get(key) ?? { code, name, month, notices: 0, tasks: 0 };
    entry[kind === 'notice' ? 'notices' : 'tasks'] += 1;
    counts.set(key, entry);
  }
  const weight = ({ notices, tasks }: { notices: number; tasks: number }) => notices + tasks;
  const [first] = [...counts.values()].sort(
    (a, b) =>
      weight(b) - weight(a) || (a.month < b.month ? -1 : a.month > b.month ? 1 : 0) || (a.code < b.code ? -1 : 1),
  );
  if (!first) return null;
  const { name, month, notices, tasks } = first;
  return { name, month, notices, tasks };
}
