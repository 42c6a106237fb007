import { type Instant, type Light, LIGHTS, type Phase, PHASE_WORDS, shanghaiDateOf, widthOf } from '@app/domain';
import { inWords, type Language, lightText, padded, percentOf, type Word } from './words';

/** One line of the board: an organisation with its branches of the open round. */
export interface BoardLine {
  readonly code: string;
  readonly name: string;
  readonly phases: Readonly<Partial<Record<Phase, number>>>;
  readonly lights: Readonly<Partial<Record<Light, number>>>;
  readonly recognised: number;
  readonly inScope: number;
}

/** The stage board; the goal stands once, for the whole (苏委工〔2020〕6号 二). */
export interface BoardView {
  readonly now: Instant;
  readonly campaign: string;
  readonly year: number;
  readonly lines: readonly BoardLine[];
  readonly goal: {
    readonly inScope: number;
    readonly required: number;
    readonly filed: number;
    readonly recognised: number;
    readonly missing: number;
  };
}

const PHASES: readonly Phase[] = ['survey', 'plan', 'building', 'assessment', 'spot-check', 'closed'];
const NAME_WIDTH = 28;
const COLUMN_WIDTH = 11;

/** The board as lines of text, a table of organisations and phases with the lights of each. */
export function boardLines(view: BoardView, language: Language): string[] {
  const say = (word: Word) => inWords(word, language);
  const heading = [
    padded(say(['党组织', 'organisation']), NAME_WIDTH),
    ...PHASES.map((phase) => padded(PHASE_WORDS[phase][language], COLUMN_WIDTH, 'right')),
    padded(say(['已认定', 'recognised']), 12, 'right'),
    `  ${say(['灯', 'lights'])}`,
  ].join('');
  return [titleOf(view, language), heading, ...view.lines.map((line) => rowOf(line, language)), goalOf(view, language)];
}

/** The same in one line, for an output that is no terminal. */
export function boardLine(view: BoardView, language: Language): string {
  const { goal, lines, year } = view;
  const sum = (phase: Phase) => lines.reduce((total, { phases }) => total + (phases[phase] ?? 0), 0);
  const phases = PHASES.filter((phase) => sum(phase) > 0).map(
    (phase) => `${PHASE_WORDS[phase][language]} ${sum(phase)}`,
  );
  const lights = lightsOf(total(lines), language);
  const recognised = inWords(['已认定', 'recognised'], language);
  return [
    `${shanghaiDateOf(view.now)} ${year}`,
    phases.join(' '),
    `${recognised} ${goal.recognised}/${goal.inScope}`,
    ...(lights ? [lights] : []),
  ].join(' | ');
}

/** Shows boards one over the other on a terminal, and a line for each day that differs elsewhere. */
export class Screen {
  private drawn = 0;
  private lastLine = '';

  constructor(
    private readonly out: { write(text: string): unknown; isTTY?: boolean; columns?: number },
    private readonly language: Language,
  ) {}

  show(view: BoardView): void {
    if (!this.out.isTTY) {
      const line = boardLine(view, this.language);
      if (line.slice(10) !== this.lastLine) this.out.write(`${line}\n`);
      this.lastLine = line.slice(10);
      return;
    }
    const width = this.out.columns ?? 120;
    const lines = boardLines(view, this.language).map((line) => (widthOf(line) > width ? padded(line, width) : line));
    const up = this.drawn > 0 ? `\u001B[${this.drawn}A` : '';
    this.out.write(`${up}${lines.map((line) => `\u001B[2K${line}\n`).join('')}`);
    this.drawn = lines.length;
  }

  /** Lines that stay; the next board stands below them. */
  print(lines: readonly string[]): void {
    this.out.write(lines.map((line) => `${line}\n`).join(''));
    this.drawn = 0;
  }
}

function titleOf({ now, campaign, year }: BoardView, language: Language): string {
  const rehearsal = inWords(['演练', 'rehearsal'], language);
  return `── ${shanghaiDateOf(now)} · ${year} · ${rehearsal} ${campaign} ──`;
}

function rowOf({ code, name, phases, lights, recognised, inScope }: BoardLine, language: Language): string {
  return [
    padded(`${code} ${name.replace(/^样例/, '')}`, NAME_WIDTH),
    ...PHASES.map((phase) => padded(String(phases[phase] ?? '·'), COLUMN_WIDTH, 'right')),
    padded(`${recognised}/${inScope}`, 12, 'right'),
    `  ${lightsOf(lights, language)}`,
  ]
    .join('')
    .trimEnd();
}

function goalOf({ goal }: BoardView, language: Language): string {
  const { inScope, required, filed, recognised, missing } = goal;
  const filedShare = `${filed}/${inScope} ${percentOf(filed, inScope)}`;
  const recognisedShare = `${recognised}/${inScope} ${percentOf(recognised, inScope)}`;
  return language === 'en'
    ? `goal of the whole: ${required} of ${inScope}, missing ${missing}; filed ${filedShare}; recognised ${recognisedShare}`
    : `全市目标：${inScope} 个中 ${required} 个，尚缺 ${missing} 个；已备案 ${filedShare}；已认定 ${recognisedShare}`;
}

/** Only what wants attention or is done late; lights that are well say nothing. */
function lightsOf(lights: BoardLine['lights'], language: Language): string {
  return LIGHTS.filter((light) => TOLD.includes(light) && (lights[light] ?? 0) > 0)
    .map((light) => `${lightText(light, language)} ${lights[light] ?? 0}`)
    .join(' ');
}

const TOLD: readonly Light[] = ['very-late', 'late', 'near', 'met-late', 'met-entered-late', 'paused'];

function total(lines: readonly BoardLine[]): Partial<Record<Light, number>> {
  return Object.fromEntries(
    LIGHTS.map((light) => [light, lines.reduce((sum, { lights }) => sum + (lights[light] ?? 0), 0)]),
  );
}
