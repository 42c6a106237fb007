import type { CivilDate } from '../time/time';

/** Where a rule comes from: `D` said by the circular, which refuses; `P` our decision, which warns until a document introduces it. */
export type RuleMark = 'D' | 'P';

/** The source of one rule, shown beside it wherever a user meets it. */
export interface RuleSource {
  readonly mark: RuleMark;
  /** For example `三.4`; absent for [P] rules that no clause names. */
  readonly clause?: string;
  /** The document (number) that introduced a [P] rule; with it the rule refuses like a [D] rule. */
  readonly introducedBy?: string;
  readonly note?: string;
}

/** Which branches a step of a round takes in. */
export type StepScope = 'all' | 'not-yet-passed' | 'passed-as-review' | 'none';

/** The steps of a branch's year that a programme may have. */
export type StepName = 'survey' | 'plan' | 'building' | 'assessment' | 'review' | 'spot-check';

/** How a round opens. */
export type RoundOpens = 'by-decision' | 'automatic';

/** A year of a campaign: 2020 推进年, 2021 提升年, 2022 巩固年. */
export interface RoundDefinition {
  readonly year: number;
  readonly name: string;
  readonly nameEn: string;
  readonly opensOn: CivilDate;
  /** Whether the committee opens it, or it opens by itself at the beginning of that day. */
  readonly opens: RoundOpens;
  readonly steps: Readonly<Record<StepName, StepScope>>;
  /** The share of branches that must have passed, in ten-thousandths (80 % = 8000). */
  readonly goal: { readonly share: number; readonly source: RuleSource };
  /** The share an organisation plans for this year, in ten-thousandths; absent where every open branch is planned. */
  readonly planShare?: { readonly share: number; readonly source: RuleSource };
}

export const DEADLINE_KINDS = [
  'survey',
  'organisation-plan',
  'branch-plan',
  'assessment',
  'decision',
  'filing',
  'apply',
  'ballot',
  'assess',
  'correction',
  'registration',
  'problem',
] as const;

export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** Who owes: a body, or the one person who took over a problem (责任人). */
export type DeadlineBody = 'branch' | 'organisation' | 'committee' | 'owner';

/** One dated obligation of a round; where the text has two readings, both are kept. */
export interface DeadlineDefinition {
  readonly kind: DeadlineKind;
  readonly year: number;
  readonly body: DeadlineBody;
  /** The date as written, later reading: escalations hang on it. */
  readonly dueDate: CivilDate;
  /** The earlier reading: reminders hang on it; equal to dueDate where there is one reading. */
  readonly remindByDate: CivilDate;
  /** An internal date that is shown before the official one. */
  readonly internalDate?: CivilDate;
  readonly reading: string;
  readonly source: RuleSource;
}

export type LadderColour = 'none' | 'blue' | 'yellow' | 'red';

export type RungAddressee =
  | 'holder' // whoever holds the next step
  | 'owing-office' // the office that owes it
  | 'owing-head' // the head of the owing body
  | 'superior-office' // the office one level above
  | 'area-liaison'
  | 'committee-officer'
  | 'party-group'; // 抄告

/** One rung of the escalation series, in workdays before (−) or after (+) the date. */
export interface RungDefinition {
  readonly offset: number;
  readonly kind: 'remind' | 'escalate';
  readonly to: readonly RungAddressee[];
  readonly colour: LadderColour;
  /** A slip draft is laid before the commanding officer. */
  readonly slip?: boolean;
  /** A line for the next bulletin draft. */
  readonly bulletin?: boolean;
}

export type GateName =
  | 'self-application'
  | 'ballot-held'
  | 'superior-score'
  | 'no-falsification'
  | 'two-assessors'
  | 'participation'
  | 'satisfaction'
  | 'mandatory-problems-closed'
  | 'no-other-veto'
  | 'publication';

export interface GateDefinition {
  readonly name: GateName;
  readonly source: RuleSource;
  /** For participation and satisfaction: the floor in ten-thousandths. */
  readonly floor?: number;
}

export interface DeductionRule {
  readonly when: string;
  readonly points: number;
  readonly unit: 'once' | 'per-occurrence';
  readonly cap?: number;
}

/** One line of the score sheet; points are hundredths. */
export interface IndicatorDefinition {
  readonly id: string;
  readonly name: string;
  readonly points: number;
  readonly criterion: string;
  readonly deductions: readonly DeductionRule[];
  readonly evidence: readonly { readonly name: string; readonly source: string }[];
  readonly basis: readonly { readonly regulation: string; readonly article: string; readonly checked: string }[];
  readonly notApplicableWhen?: string;
}

export interface DimensionDefinition {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly points: number;
  readonly indicators: readonly IndicatorDefinition[];
}

/** The score sheet: dimensions, indicators, vetoes; immutable once published. */
export interface ScoreSheet {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  /** Said on every sheet and score, for example 示例评估表，非苏委工〔2020〕6号附件. */
  readonly disclaimer: string;
  readonly totalPoints: number;
  readonly scoreStep: number;
  readonly notApplicable: 'full-marks' | 'renormalise';
  readonly dimensions: readonly DimensionDefinition[];
  readonly vetoes: readonly {
    readonly id: string;
    readonly name: string;
    readonly detail: string;
    readonly source: RuleSource;
  }[];
  readonly ballot: {
    readonly questions: readonly string[];
    /** In the order of `questions`. */
    readonly questionsEn: readonly string[];
    readonly scale: readonly {
      readonly code: string;
      readonly name: string;
      readonly nameEn: string;
      readonly satisfied: boolean | null;
    }[];
    readonly smallestGroup: number;
  };
}

/** The rules that carry no source of their own; `Programme.sources` says where each comes from. */
export type ProgrammeRule =
  | 'opensOn'
  | 'steps'
  | 'ladders'
  | 'slipIssue'
  | 'correctionWorkdays'
  | 'registrationWorkdays'
  | 'lostPassPlanWorkdays'
  | 'lateEntryWorkdays'
  | 'selfGapAlert'
  | 'publicationWorkdays'
  | 'appealWorkdays'
  | 'newBranchMonths'
  | 'scoreSheet'
  | 'notApplicable'
  | 'ballot';

/** A versioned definition of a programme: rules as data, frozen by publication. */
export interface Programme {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly nameEn: string;
  readonly basis: readonly {
    readonly number: string;
    readonly title: string;
    readonly date: CivilDate;
    readonly approver: string;
  }[];
  /** The ids of the score sheet's dimensions, in its order. */
  readonly dimensions: readonly string[];
  readonly rounds: readonly RoundDefinition[];
  readonly deadlines: readonly DeadlineDefinition[];
  /** That of owners may be left out: `ladderOf` says what they are reminded by then. */
  readonly ladders: Readonly<Record<Exclude<DeadlineBody, 'owner'>, readonly RungDefinition[]>> & {
    readonly owner?: readonly RungDefinition[];
  };
  readonly correctionWorkdays: number;
  readonly registrationWorkdays: number;
  /** For the plan of a branch whose earlier pass is lost after its year has begun. */
  readonly lostPassPlanWorkdays: number;
  readonly lateEntryWorkdays: number;
  readonly slipIssue: 'by-signature' | 'automatic';
  readonly assessment: {
    /** Hundredths: 95 points = 9500. */
    readonly passMark: number;
    readonly passMarkSource: RuleSource;
    readonly gates: readonly GateDefinition[];
    readonly selfGapAlert: number;
  };
  readonly spotCheck: {
    /** Ten-thousandths of each stratum; ceil. */
    readonly ratio: number;
    readonly perOrganisationAtLeast: number;
    readonly source: RuleSource;
  };
  readonly publicationWorkdays: number;
  readonly appealWorkdays: number;
  readonly newBranchMonths: number;
  readonly sources: Readonly<Record<ProgrammeRule, RuleSource>>;
  readonly scoreSheet: ScoreSheet;
}
