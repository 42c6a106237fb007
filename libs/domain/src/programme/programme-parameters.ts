import { formatPoints } from '../assessment/scoring';
import { type Words, words } from '../words';
import type { Programme, ProgrammeRule, RuleSource } from './programme';
import { NOT_APPLICABLE_WORDS, PROGRAMME_RULE_WORDS, SLIP_ISSUE_WORDS } from './programme-words';

/** One rule of a programme with its value, both in words, and where it comes from. */
export interface ProgrammeParameter {
  readonly name: Words;
  readonly value: Words;
  readonly source: RuleSource;
}

/** A share of ten-thousandths as people write it: 80%. */
export function shareWords(share: number): string {
  return `${share / 100}%`;
}

/** Points as people say them: 95分, 0.5分. */
export function pointsWords(points: number): Words {
  const plain = String(Number(formatPoints(points)));
  return words(`${plain}分`, plain === '1' ? '1 point' : `${plain} points`);
}

/** The rules that have one value for the whole programme, in the order of its course; dates, ladders, gates and sheet stand by themselves. */
export function parametersOf(programme: Programme): ProgrammeParameter[] {
  const { assessment, spotCheck, sources } = programme;
  const passMark = pointsWords(assessment.passMark);
  const spotCheckRatio = shareWords(spotCheck.ratio);
  return [
    {
      name: words('达标分', 'pass mark'),
      value: words(`${passMark.zh}以上（含）`, `${passMark.en} or more`),
      source: assessment.passMarkSource,
    },
    {
      name: words('抽查复核比例', 'share of the spot check'),
      value: words(
        `${spotCheckRatio}，每个机关党组织至少${spotCheck.perOrganisationAtLeast}个`,
        `${spotCheckRatio}, at least ${spotCheck.perOrganisationAtLeast} of each organisation`,
      ),
      source: spotCheck.source,
    },
    ...Object.entries(VALUES).map(([rule, value]) => ({
      name: PROGRAMME_RULE_WORDS[rule as ValuedRule],
      value: value(programme),
      source: sources[rule as ValuedRule],
    })),
  ];
}

/** Rules that are shown whole where they apply, and not by one value. */
export const RULES_SHOWN_WHOLE = [
  'opensOn',
  'steps',
  'ladders',
  'scoreSheet',
  'ballot',
] as const satisfies ProgrammeRule[];

type ValuedRule = Exclude<ProgrammeRule, (typeof RULES_SHOWN_WHOLE)[number]>;

const VALUES: Readonly<Record<ValuedRule, (programme: Programme) => Words>> = {
  selfGapAlert: ({ assessment }) => {
    const gap = pointsWords(assessment.selfGapAlert);
    return words(`${gap.zh}以上`, `${gap.en} or more`);
  },
  notApplicable: ({ scoreSheet }) => NOT_APPLICABLE_WORDS[scoreSheet.notApplicable],
  correctionWorkdays: ({ correctionWorkdays }) => workdays(correctionWorkdays),
  registrationWorkdays: ({ registrationWorkdays }) => workdays(registrationWorkdays),
  publicationWorkdays: ({ publicationWorkdays }) => workdays(publicationWorkdays),
  appealWorkdays: ({ appealWorkdays }) => workdays(appealWorkdays),
  lostPassPlanWorkdays: ({ lostPassPlanWorkdays }) => workdays(lostPassPlanWorkdays),
  lateEntryWorkdays: ({ lateEntryWorkdays }) => workdays(lateEntryWorkdays),
  newBranchMonths: ({ newBranchMonths }) =>
    words(`成立不满${newBranchMonths}个月的`, `founded less than ${newBranchMonths} months before`),
  slipIssue: ({ slipIssue }) => SLIP_ISSUE_WORDS[slipIssue],
};

function workdays(count: number): Words {
  return words(`${count}个工作日`, count === 1 ? '1 workday' : `${count} workdays`);
}
