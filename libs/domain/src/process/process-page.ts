import { BODY_WORDS, DEADLINE_WORDS } from '../code-words';
import { type Words, words } from '../words';
import { datesOf, OTHERWISE_WORDS, type Process } from './process';
import { type Act, drawProcess, type Language, stepsOf, transitionsOf, widespreadOf } from './process-diagram';
import { PHASE_WORDS } from './processes';

/** The page of a kind of run that one shows an official: in Chinese first, then in English (docs/process). */
export function pageOf(process: Process): string {
  return `# ${process.title.zh}\n\n${halfOf(process, 'zh')}\n\n---\n\n# ${process.title.en}\n\n${halfOf(process, 'en')}\n`;
}

const DIAGRAM = words('流程图', 'The way');
const STEPS = words('环节', 'The steps');
const COMMANDS = words('办理事项', 'What is done');
const NEWS = words('接到告知', 'What it is told');
const STEP_COLUMNS: readonly Words[] = [
  words('阶段', 'phase'),
  words('环节', 'step'),
  words('待谁办理', 'waits for'),
  words('依据', 'clause'),
  words('时限', 'dates'),
  words('无人办理时', 'when nobody acts'),
  words('可办事项', 'what may be done'),
];
const ACT_COLUMNS: readonly Words[] = [
  words('所在环节', 'at which steps'),
  words('记入台账（视情形）', 'recorded, as the case may be'),
  words('之后', 'where it leads'),
];
const COMMAND_COLUMNS: readonly Words[] = [words('事项', 'what'), words('由谁', 'by whom'), ...ACT_COLUMNS];
const NEWS_COLUMNS: readonly Words[] = [words('告知', 'what'), words('来自', 'from whom'), ...ACT_COLUMNS];
const ANY_STEP = words('任一环节', 'any step');
const STAYS = words('环节不变', 'the step stays');
const NONE = '—';

function halfOf(process: Process, language: Language): string {
  const { steps, commands, news, offices } = process;
  const stepRows = Object.entries(steps).map(([name, step]) => [
    step.phase === null ? NONE : PHASE_WORDS[step.phase][language],
    step[language],
    step.by === null ? NONE : offices[step.by][language],
    step.clause ?? NONE,
    listOf(
      datesOf(step).map((date) => DEADLINE_WORDS[date]),
      language,
    ),
    OTHERWISE_WORDS[step.otherwise][language],
    listOf(
      Object.values(commands).filter(({ at }) => at.includes(name)),
      language,
    ),
  ]);
  const commandRows = Object.values(commands).map((act) =>
    rowOf(process, { act, who: offices[act.by][language] }, language),
  );
  const newsRows = Object.values(news).map((act) => rowOf(process, { act, who: act.from[language] }, language));
  return [
    introductionOf(process, language),
    `## ${DIAGRAM[language]}`,
    `\`\`\`mermaid\n${drawProcess(process, language)}\n\`\`\``,
    ...widespreadOf(process).map((act) => sentenceOf(process, act)[language]),
    `## ${STEPS[language]}`,
    tableOf(STEP_COLUMNS, stepRows, language),
    `## ${COMMANDS[language]}`,
    tableOf(COMMAND_COLUMNS, commandRows, language),
    ...(newsRows.length === 0 ? [] : [`## ${NEWS[language]}`, tableOf(NEWS_COLUMNS, newsRows, language)]),
  ].join('\n\n');
}

/** Whose it is, through which phases it goes, whether it ends with a year, where the clauses stand. */
function introductionOf({ scope, steps, last }: Process, language: Language): string {
  const phases = new Set(
    Object.values(steps).flatMap(({ phase }) => (phase === null || phase === 'closed' ? [] : phase)),
  );
  const way = [...phases].map((phase) => PHASE_WORDS[phase][language]).join(' → ');
  const body = BODY_WORDS[scope][language];
  return {
    zh: `主体：${body}。${way ? `阶段：${way}。` : ''}${last === null ? '不分年度，长期进行。' : ''}“依据”指苏委工〔2020〕6号的条目。`,
    en: `Of: ${body}. ${way ? `Phases: ${way}. ` : ''}${last === null ? 'It outlives every year. ' : ''}The clauses are those of 苏委工〔2020〕6号.`,
  }[language];
}

/** In words what the diagram draws as one arrow from many steps. */
function sentenceOf(process: Process, act: Words): Words {
  const ways = transitionsOf(process).filter((way) => way.act === act);
  const from = ways.map((way) => way.from);
  const ends = ways.map(({ to }) => process.steps[to]);
  return {
    zh: `“${act.zh}”：由${placesOf(process, from, 'zh')}转入“${eitherOf(ends, 'zh')}”。`,
    en: `“${act.en}”: from ${placesOf(process, from, 'en')} to “${eitherOf(ends, 'en')}”.`,
  };
}

function rowOf(
  process: Process,
  { act, who }: { readonly act: Act; readonly who: string },
  language: Language,
): readonly string[] {
  const at = stepsOf(process, act);
  const ways = transitionsOf(process).filter((way) => way.act === act);
  const recorded = act.records.map((type) => process.events[type]);
  const ends = ways.map(({ to }) => process.steps[to]);
  const stays = recorded.some(({ to }) => to === null) || at.some((step) => ways.every(({ from }) => from !== step));
  return [
    act[language],
    who,
    placesOf(process, at, language),
    recorded.map((event) => event[language]).join({ zh: '；', en: '; ' }[language]),
    eitherOf(stays ? [...ends, STAYS] : ends, language),
  ];
}

/** Steps by their words; where they are most, the others. */
function placesOf(process: Process, names: readonly string[], language: Language): string {
  const every = stepsOf(process, { at: 'any' });
  const others = every.filter((step) => !names.includes(step));
  const wordsOf = (steps: readonly string[]) =>
    listOf(
      steps.map((step) => process.steps[step]),
      language,
    );
  if (every.length < 3 || others.length >= every.length / 2) return wordsOf(names);
  if (others.length === 0) return ANY_STEP[language];
  return { zh: `任一环节（${wordsOf(others)}除外）`, en: `any step but ${wordsOf(others)}` }[language];
}

function tableOf(columns: readonly Words[], rows: readonly (readonly string[])[], language: Language): string {
  const head = [columns.map((column) => column[language]), columns.map(() => '---')];
  return [...head, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function listOf(items: readonly Words[], language: Language): string {
  return items.map((item) => item[language]).join({ zh: '、', en: ', ' }[language]) || NONE;
}

/** One of several, each named once. */
function eitherOf(items: readonly Words[], language: Language): string {
  const distinct = [...new Set(items)];
  const last = distinct.slice(-1).map((item) => item[language]);
  const before = distinct.length > 1 ? [listOf(distinct.slice(0, -1), language)] : [];
  return [...before, ...last].join({ zh: '或', en: ' or ' }[language]);
}
