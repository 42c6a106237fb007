import type { DeadlineBody, GateName, ProgrammeRule, RungAddressee, StepScope } from './programme';
import { SETTABLE_KINDS } from './programme-dates';
import { STEP_ORDER } from './programme-rules';

/** The form of one value in a programme's files; `code` is the fault where a value is not in the list. */
export type Shape =
  | { readonly is: 'text' | 'version' | 'date' | 'share' | 'points' | 'boolean' | 'boolean-or-null' }
  | { readonly is: 'id'; readonly max: number }
  | { readonly is: 'integer'; readonly min: number; readonly max: number }
  | { readonly is: 'one-of'; readonly values: readonly string[]; readonly code: ChoiceCode }
  | { readonly is: 'list'; readonly of: Shape; readonly min: number; readonly code?: 'rung-without-addressee' }
  | RecordShape;

/** The codes that name what kind of word is not known. */
export type ChoiceCode =
  'unknown-value' | 'unknown-addressee' | 'unknown-colour' | 'unknown-gate' | 'unknown-step' | 'unknown-body';

/** Keys with their forms; a key that is not listed is a fault. */
export interface RecordShape {
  readonly is: 'record';
  readonly keys: Readonly<Record<string, Shape>>;
  readonly optional: readonly string[];
  /** The fault for a key that is not listed; `unknown-key` where absent. */
  readonly unknown?: 'unknown-step' | 'unknown-body';
}

type Keys = Readonly<Record<string, Shape>>;

const text: Shape = { is: 'text' };
const version: Shape = { is: 'version' };
/** A name that other records refer to; the registers have so much room for it. */
const id = (max: number): Shape => ({ is: 'id', max });
const date: Shape = { is: 'date' };
const share: Shape = { is: 'share' };
const points: Shape = { is: 'points' };
const boolean: Shape = { is: 'boolean' };
const integer = (min: number, max: number): Shape => ({ is: 'integer', min, max });
const workdays = integer(1, 250);
const listOf = (of: Shape, min = 1): Shape => ({ is: 'list', of, min });
const oneOf = (values: readonly string[], code: ChoiceCode = 'unknown-value'): Shape => ({
  is: 'one-of',
  values,
  code,
});
const record = (keys: Keys, optional: Keys = {}, unknown?: RecordShape['unknown']): RecordShape => ({
  is: 'record',
  keys: { ...keys, ...optional },
  optional: Object.keys(optional),
  unknown,
});
const each = (names: readonly string[], shape: Shape): Keys => Object.fromEntries(names.map((name) => [name, shape]));

/** An owner's date is typed with his problem; a programme sets none. */
const bodies: readonly Exclude<DeadlineBody, 'owner'>[] = ['branch', 'organisation', 'committee'];
const scopes: readonly StepScope[] = ['all', 'not-yet-passed', 'passed-as-review', 'none'];
const addressees: readonly RungAddressee[] = [
  'holder',
  'owing-office',
  'owing-head',
  'superior-office',
  'area-liaison',
  'committee-officer',
  'party-group',
];
const gates: readonly GateName[] = [
  'self-application',
  'ballot-held',
  'superior-score',
  'no-falsification',
  'two-assessors',
  'participation',
  'satisfaction',
  'mandatory-problems-closed',
  'no-other-veto',
  'publication',
];
const rulesWithoutSource: Readonly<Record<ProgrammeRule, true>> = {
  opensOn: true,
  steps: true,
  ladders: true,
  slipIssue: true,
  correctionWorkdays: true,
  registrationWorkdays: true,
  lostPassPlanWorkdays: true,
  lateEntryWorkdays: true,
  selfGapAlert: true,
  publicationWorkdays: true,
  appealWorkdays: true,
  newBranchMonths: true,
  scoreSheet: true,
  notApplicable: true,
  ballot: true,
};

/** The form of the source of a rule: mark, clause, introducing document. */
export const SOURCE_SHAPE: RecordShape = record(
  { mark: oneOf(['D', 'P']) },
  { clause: text, introducedBy: text, note: text },
);
const source = SOURCE_SHAPE;
const sharedGoal = record({ share, source });

const round = record(
  {
    year: integer(2000, 2100),
    name: text,
    nameEn: text,
    opensOn: date,
    opens: oneOf(['by-decision', 'automatic']),
    steps: record(each(STEP_ORDER, oneOf(scopes)), {}, 'unknown-step'),
    goal: sharedGoal,
  },
  { planShare: sharedGoal },
);

const deadline = record(
  {
    kind: oneOf(SETTABLE_KINDS),
    year: integer(2000, 2100),
    body: oneOf(bodies, 'unknown-body'),
    dueDate: date,
    remindByDate: date,
    reading: text,
    source,
  },
  { internalDate: date },
);

const rung = record(
  {
    offset: integer(-250, 250),
    kind: oneOf(['remind', 'escalate']),
    to: { is: 'list', of: oneOf(addressees, 'unknown-addressee'), min: 1, code: 'rung-without-addressee' },
    colour: oneOf(['none', 'blue', 'yellow', 'red'], 'unknown-colour'),
  },
  { slip: boolean, bulletin: boolean },
);

const indicator = record(
  {
    id: id(12),
    name: text,
    points,
    criterion: text,
    deductions: listOf(record({ when: text, points, unit: oneOf(['once', 'per-occurrence']) }, { cap: points })),
    evidence: listOf(record({ name: text, source: oneOf(['system', 'import', 'upload', 'assessor']) }), 0),
    basis: listOf(
      record({ regulation: text, article: text, checked: oneOf(['document', 'article', 'text', 'none']) }),
      0,
    ),
  },
  { notApplicableWhen: text },
);

const scoreSheet = record({
  id: id(60),
  version,
  name: text,
  disclaimer: text,
  totalPoints: points,
  scoreStep: points,
  notApplicable: oneOf(['full-marks', 'renormalise']),
  dimensions: listOf(record({ id: id(8), name: text, nameEn: text, points, indicators: listOf(indicator) })),
  vetoes: listOf(record({ id: id(8), name: text, detail: text, source }), 0),
  ballot: record({
    questions: listOf(text),
    questionsEn: listOf(text),
    scale: listOf(record({ code: text, name: text, nameEn: text, satisfied: { is: 'boolean-or-null' } })),
    smallestGroup: integer(1, 100),
  }),
});

/** The form of a programme as an official writes it: points as points, shares as `80%`, the sheet under `scoreSheet`. */
export const PROGRAMME_SHAPE: RecordShape = record({
  id: id(60),
  version,
  name: text,
  nameEn: text,
  basis: listOf(record({ number: text, title: text, date, approver: text })),
  rounds: listOf(round),
  deadlines: listOf(deadline),
  ladders: record(each(bodies, listOf(rung)), { owner: listOf(rung) }, 'unknown-body'),
  correctionWorkdays: workdays,
  registrationWorkdays: workdays,
  lostPassPlanWorkdays: workdays,
  lateEntryWorkdays: workdays,
  publicationWorkdays: workdays,
  appealWorkdays: workdays,
  newBranchMonths: integer(0, 24),
  slipIssue: oneOf(['by-signature', 'automatic']),
  assessment: record({
    passMark: points,
    passMarkSource: source,
    selfGapAlert: points,
    gates: listOf(record({ name: oneOf(gates, 'unknown-gate'), source }, { floor: share })),
  }),
  spotCheck: record({ ratio: share, perOrganisationAtLeast: integer(0, 1000), source }),
  sources: record(each(Object.keys(rulesWithoutSource), source)),
  scoreSheet,
});
