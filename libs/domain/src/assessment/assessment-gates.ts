import type { BallotTally } from '../ballot/ballot';
import type { GateDefinition, GateName, Programme, RuleMark } from '../programme/programme';
import { gateRefuses } from '../programme/programme-rules';
import { formatPoints } from './scoring';
import { type Words, words } from '../words';

/** What the gates look at; counts are of what is still open. */
export interface GateFacts {
  readonly selfApplied: boolean;
  readonly ballot: BallotTally | null;
  /** Hundredths; null while no superior sheet is concluded. */
  readonly superiorScore: number | null;
  readonly openFalsification: number;
  /** The persons whose names stand on the superior's sheet. */
  readonly assessors: readonly string[];
  /** Raised problems are not among them: they never block. */
  readonly openMandatoryProblems: number;
  readonly openOtherVetoes: number;
  readonly published: boolean;
  /** A review of a recognised branch upholds the recognition and is asked no gates. */
  readonly isReview?: boolean;
}

/** One gate as asked: whether it is passed, whether failing it refuses or only warns, and the numbers behind it. */
export interface GateOutcome {
  readonly gate: GateName;
  readonly mark: RuleMark;
  readonly clause: string | null;
  readonly refuses: boolean;
  readonly satisfied: boolean;
  readonly numbers: Readonly<Record<string, number>>;
  readonly message: string;
  readonly messageEn: string;
}

interface Verdict extends Words {
  readonly satisfied: boolean;
  readonly numbers: Readonly<Record<string, number>>;
}

type Judge = (facts: GateFacts, gate: GateDefinition, passMark: number) => Verdict;

/** Asks every gate that the programme names, in its order (苏委工〔2020〕6号 三.4, 五.2). */
export function evaluateGates(programme: Pick<Programme, 'assessment'>, facts: GateFacts): GateOutcome[] {
  if (facts.isReview) return [];
  return programme.assessment.gates.map((gate) => {
    const { satisfied, numbers, zh, en } = JUDGES[gate.name](facts, gate, programme.assessment.passMark);
    const source = sourceText(gate);
    return {
      gate: gate.name,
      mark: gate.source.mark,
      clause: gate.source.clause ?? null,
      refuses: gateRefuses(gate),
      satisfied,
      numbers,
      message: `${zh}（${source.zh}）`,
      messageEn: `${en} (${source.en})`,
    };
  });
}

/** The failed gates that refuse: any one of them stops the step. */
export function blockingGates(outcomes: readonly GateOutcome[]): GateOutcome[] {
  return outcomes.filter((outcome) => outcome.refuses && !outcome.satisfied);
}

/** The failed gates that only warn, because no document has introduced them. */
export function warningGates(outcomes: readonly GateOutcome[]): GateOutcome[] {
  return outcomes.filter((outcome) => !outcome.refuses && !outcome.satisfied);
}

const JUDGES: Readonly<Record<GateName, Judge>> = {
  'self-application': ({ selfApplied }) =>
    selfApplied
      ? verdict(true, {}, words('党支部已自评申报', 'the branch has assessed itself and applied'))
      : verdict(false, {}, words('党支部尚未自评申报', 'the branch has not applied yet')),
  'ballot-held': ({ ballot }) => {
    const held = ballot !== null && ballot.cast.members + ballot.cast.masses > 0;
    return held
      ? verdict(true, {}, words('已开展党员群众测评', 'the ballot of members and masses was held'))
      : verdict(false, {}, words('尚未开展党员群众测评', 'no ballot of members and masses was held'));
  },
  'superior-score': ({ superiorScore }, _gate, passMark) => {
    if (superiorScore === null) {
      return verdict(false, { passMark }, words('上级党组织尚未作出对标评估', 'the superior has not assessed yet'));
    }
    const mark = formatPoints(passMark);
    const score = formatPoints(superiorScore);
    return verdict(
      superiorScore >= passMark,
      { superiorScore, passMark },
      words(`上级对标评估得分 ${score}，达标线 ${mark}`, `superior score ${score}, pass mark ${mark}`),
    );
  },
  'no-falsification': ({ openFalsification }) =>
    noneOpen(openFalsification, '弄虚作假事项', 'findings of falsification'),
  'two-assessors': ({ assessors }) => {
    const distinct = new Set(assessors).size;
    return verdict(
      distinct >= 2,
      { assessors: distinct, required: 2 },
      words(`评估人 ${distinct} 人，须不少于 2 人`, `${distinct} assessors of at least 2`),
    );
  },
  participation: ({ ballot }, { floor = 0 }) => {
    if (!ballot) return verdict(false, { floor }, words('尚无参评率', 'no participation yet'));
    const eligible = ballot.eligible.members + ballot.eligible.masses;
    if (eligible < ballot.smallestGroup) return tooSmall(ballot, '参评率', 'participation');
    return againstFloor({ ballot, floor, value: ballot.participation, zh: '参评率', en: 'participation' });
  },
  satisfaction: ({ ballot }, { floor = 0 }) => {
    if (!ballot) return verdict(false, { floor }, words('尚无满意率', 'no satisfaction yet'));
    if (ballot.suppressed) return tooSmall(ballot, '满意率', 'satisfaction');
    return againstFloor({ ballot, floor, value: ballot.satisfaction, zh: '满意率', en: 'satisfaction' });
  },
  'mandatory-problems-closed': ({ openMandatoryProblems }) =>
    noneOpen(openMandatoryProblems, '未销号必改问题', 'open mandatory problems'),
  'no-other-veto': ({ openOtherVetoes }) => noneOpen(openOtherVetoes, '其他一票否决事项', 'other vetoes'),
  publication: ({ published }) =>
    published
      ? verdict(true, {}, words('已公示', 'published'))
      : verdict(false, {}, words('尚未公示', 'not published yet')),
};

function verdict(satisfied: boolean, numbers: Verdict['numbers'], said: Words): Verdict {
  return { satisfied, numbers, ...said };
}

function noneOpen(open: number, zh: string, en: string): Verdict {
  return verdict(open === 0, { open }, words(`${zh} ${open} 项`, `${open} ${en}`));
}

/** Below the smallest group no floor is asked: its figure would tell who answered what. */
function tooSmall({ smallestGroup }: BallotTally, zh: string, en: string): Verdict {
  return verdict(
    true,
    { smallestGroup },
    words(`不足 ${smallestGroup} 人，不作${zh}要求`, `fewer than ${smallestGroup} people: ${en} is not asked`),
  );
}

/** The figure stands beside the floor unless so few were cast that it must be withheld. */
function againstFloor(asked: {
  ballot: BallotTally;
  floor: number;
  value: number | null;
  zh: string;
  en: string;
}): Verdict {
  const { ballot, floor, value, zh, en } = asked;
  const satisfied = value !== null && value >= floor;
  if (value === null || ballot.suppressed) {
    const [word, wordEn] = satisfied ? ['达到', 'meets'] : ['未达到', 'does not meet'];
    return verdict(satisfied, { floor }, words(`${zh}${word} ${percent(floor)}`, `${en} ${wordEn} ${percent(floor)}`));
  }
  return verdict(
    satisfied,
    { [en]: value, floor },
    words(`${zh} ${percent(value)}，下限 ${percent(floor)}`, `${en} ${percent(value)}, floor ${percent(floor)}`),
  );
}

function percent(tenThousandths: number): string {
  return `${formatPoints(tenThousandths)}%`;
}

function sourceText(gate: GateDefinition): { zh: string; en: string } {
  const { source } = gate;
  const clause = source.clause ? ` ${source.clause}` : '';
  if (source.mark === 'D') return { zh: `[D] 文件规定${clause}`, en: `[D] said by the document${clause}` };
  if (gateRefuses(gate))
    return { zh: `[P] 依据 ${source.introducedBy}`, en: `[P] introduced by ${source.introducedBy}` };
  return { zh: '[P] 尚无文件依据，仅作提示', en: '[P] no document introduces it: a warning only' };
}
