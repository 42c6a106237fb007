import type { BallotMode, BranchRunMode, BranchStep, CivilDate, OrganisationStep, Target } from '@app/domain';
import { lineOf, organisationOf } from './officeholders';

/** When somebody acts on what lies before him: from a date on, at the next working hour, or not in this round. */
export type ActingDay = CivilDate | 'next' | 'never';

/** A branch's year as its actor finds it. */
export interface BranchTurn {
  readonly year: number;
  readonly branch: string;
  readonly mode: BranchRunMode;
  readonly step: BranchStep;
  readonly attempt: number;
}

/** Branches left for the next year by their organisation's plan of 2020; one of them applies early. */
const NEXT_YEAR = ['JG03-05', 'JG03-06', 'JG03-07', 'JG04-20', 'JG05-27', 'JG05-28'];
export const EARLY = 'JG03-06';
/** Hands its branch plan over after the date, with a dated paper from before it (补录). */
export const ENTERED_LATE = { branch: 'JG02-01', paper: '支委会会议记录〔2020〕7号', paperDate: '2020-06-28' } as const;
/** Dissolved in September. */
export const DISSOLVED = { branch: 'JG04-15', on: '2020-09-15', documentNumber: '样例机关党委〔2020〕15号' } as const;
/** Struck from the list by its party group. */
const STRUCK = ['2020/JG04-09'];
/** 94.50 at the first assessment of that year. */
const FAILING = ['2020/JG03-03', '2020/JG03-04', '2020/JG05-10', '2020/JG05-12', '2021/JG05-12'];
/** Handed over once and returned with remarks. */
const SURVEY_RETURNED = ['2020/JG03-01', '2020/JG05-03'];
const PLAN_RETURNED = ['2020/JG03-02', '2021/JG05-04'];
const REVIEW_QUESTIONED = ['2022/JG03-02'];
/** Too few take part in its ballot, which on this day is opened once more. */
export const BALLOT_REPEATED = { branch: 'JG04-05', on: '2020-10-26' } as const;
const PAPER_BALLOTS = ['JG02-02', 'JG04-07'];
/** The second spot check of 2020 finds something here: the first drawn branch of this organisation. */
export const OVERTURNED_IN = { year: 2020, organisation: 'JG05' } as const;
/** Its filing of 2020 is returned for form on this day. */
export const FILING_RETURNED = { organisation: 'JG02', year: 2020, on: '2020-11-20' } as const;
/** A slip that nobody answers, so that red follows yellow: year, date, who owes it, rung. */
export const UNANSWERED: readonly string[] = ['2020/survey/JG04/+1'];
/** Ended by its officer's decision: the day of the party group's meeting is known. */
export const SLIP_ENDED = {
  slip: '2020/filing/JG05/+1',
  on: '2020-12-04',
  reason: '样例：党组会已定于12月8日召开，会后即报送备案',
} as const;
/** Its filing of 2020 is left lying: silence registers it. */
const REGISTERED_BY_SILENCE = ['2020/JG04'];

/** Who departs from the dates of his organisation. */
const DEPARTURES: Readonly<Partial<Record<`${number}/${BranchStep}/${string}`, CivilDate>>> = {
  '2020/survey-writing/JG04-02': '2020-06-04', // late by days
  '2020/survey-writing/JG04-03': '2020-06-22', // late by weeks
  '2020/plan-writing/JG04-02': '2020-07-03',
  '2020/plan-writing/JG04-03': '2020-07-22',
  '2020/plan-writing/JG02-01': '2020-07-08',
  '2020/building/JG03-04': '2020-10-28',
  '2020/building/JG05-10': '2020-10-19',
  '2020/building/JG05-12': '2020-11-09',
  '2020/rectifying/JG03-03': '2020-11-06',
  '2020/rectifying/JG05-10': '2020-11-16',
  '2021/plan-writing/JG02-01': '2021-02-24',
  '2021/plan-writing/JG04-02': '2021-03-03',
  '2021/plan-writing/JG04-03': '2021-03-22',
  '2022/review-writing/JG04-03': '2022-07-25',
};

/** The days on which the branches of an organisation go to work on a step, spread over its branches. */
const DAYS: Readonly<
  Partial<Record<`${number}/${BranchStep}` | `${number}/${BranchStep}/${string}`, readonly CivilDate[]>>
> = {
  '2020/survey-writing': ['2020-05-11', '2020-05-18', '2020-05-25', '2020-05-28'],
  '2020/plan-writing': ['2020-06-15', '2020-06-17', '2020-06-22', '2020-06-28'],
  '2020/building': ['2020-10-12', '2020-10-14', '2020-10-19'],
  '2020/building/JG05': ['2020-10-19', '2020-10-26', '2020-11-02', '2020-11-09', '2020-11-16', '2020-11-18'],
  '2021/plan-writing': ['2021-01-18', '2021-01-20', '2021-01-25', '2021-01-27'],
  '2021/building': ['2021-06-07', '2021-06-09'],
  '2022/plan-writing': ['2022-01-17', '2022-01-19', '2022-01-21', '2022-01-24'],
  '2022/building': ['2022-03-07'],
  '2022/review-writing': ['2022-05-09', '2022-05-16', '2022-05-23', '2022-06-06'],
};

const ORGANISATION_DAYS: Readonly<
  Partial<Record<`${number}/${OrganisationStep}`, Readonly<Partial<Record<string, CivilDate>>>>>
> = {
  '2020/planning': {
    JG01: '2020-06-10',
    JG02: '2020-06-10',
    JG03: '2020-06-11',
    JG04: '2020-06-12',
    JG05: '2020-06-12',
  },
  '2020/assessing': {
    JG01: '2020-11-16',
    JG02: '2020-11-16',
    JG03: '2020-11-18',
    JG04: '2020-11-16',
    JG05: '2020-11-27',
  },
  '2020/deciding': { JG03: '2020-11-23', JG05: '2020-12-08' }, // its party group meets in December
  '2020/registering': { JG02: FILING_RETURNED.on },
  '2021/planning': {
    JG01: '2021-01-11',
    JG02: '2021-03-03', // late by days
    JG03: '2021-01-11',
    JG04: '2021-01-11',
    JG05: '2021-01-13',
  },
  '2021/assessing': {
    JG01: '2021-07-05',
    JG02: '2021-07-05',
    JG03: '2021-07-05',
    JG04: '2021-07-05',
    JG05: '2021-10-11',
  },
  '2022/planning': {
    JG01: '2022-01-10',
    JG02: '2022-01-10',
    JG03: '2022-01-10',
    JG04: '2022-01-10',
    JG05: '2022-01-12',
  },
  '2022/assessing': {
    JG01: '2022-06-20',
    JG02: '2022-06-20',
    JG03: '2022-06-20',
    JG04: '2022-08-02', // late by days
    JG05: '2022-06-20',
  },
};

/** When the office at this step acts; branches have days of their own, superiors act the next time they sit down. */
export function whenBranchActs({ year, branch, step }: BranchTurn): ActingDay {
  const own = DEPARTURES[`${year}/${step}/${branch}`];
  if (own) return own;
  if (step === 'rectifying') return 'never';
  if (step === 'building' && targetOf(year, branch) === 'next-year' && branch !== EARLY) return 'never';
  const days = DAYS[`${year}/${step}/${organisationOf(branch)}`] ?? DAYS[`${year}/${step}`];
  return days?.[lineOf(branch) % days.length] ?? 'next';
}

/** When an organisation's office acts at this step of its year. */
export function whenOrganisationActs(year: number, organisation: string, step: OrganisationStep): ActingDay {
  if (step === 'registering' && REGISTERED_BY_SILENCE.includes(`${year}/${organisation}`)) return 'never';
  return ORGANISATION_DAYS[`${year}/${step}`]?.[organisation] ?? 'next';
}

export function targetOf(year: number, branch: string): Target {
  return year === 2020 && NEXT_YEAR.includes(branch) ? 'next-year' : 'this-year';
}

/** Whether the superior's sheet of this attempt stays one step below the mark. */
export function failsAt(year: number, branch: string, attempt: number): boolean {
  return attempt === 1 && FAILING.includes(`${year}/${branch}`);
}

/** Whether the document, handed over for the first time, goes back with remarks. */
export function isReturned(kind: 'survey' | 'branch-plan', year: number, branch: string): boolean {
  return (kind === 'survey' ? SURVEY_RETURNED : PLAN_RETURNED).includes(`${year}/${branch}`);
}

export function isStruck(year: number, branch: string): boolean {
  return STRUCK.includes(`${year}/${branch}`);
}

export function isQuestioned(year: number, branch: string): boolean {
  return REVIEW_QUESTIONED.includes(`${year}/${branch}`);
}

export function ballotModeOf(branch: string): BallotMode {
  return PAPER_BALLOTS.includes(branch) ? 'paper' : 'online';
}

/** Which ballot of its year a branch is at: the second where the first stayed below the floor. */
export function ballotNoOf(branch: string, on: CivilDate): 1 | 2 {
  return branch === BALLOT_REPEATED.branch && on >= BALLOT_REPEATED.on ? 2 : 1;
}

/** How many of this many eligible people take part in a ballot of the branch. */
export function votersOf(branch: string, ballotNo: 1 | 2, eligible: number): number {
  const share = branch === BALLOT_REPEATED.branch && ballotNo === 1 ? 0.4 : [1, 0.9, 0.85][lineOf(branch) % 3];
  return Math.ceil(eligible * (share ?? 1));
}
