import type { InternalDates } from '../branch-run/branch-run.command';
import type { Target } from '../branch-run/branch-run.terms';
import { chineseDate, isCivilDate } from '../time/civil-date';
import type { InputFault } from '../input-fault';
import type { CivilDate } from '../time/time';

/** An organisation's plan of a year: each open branch's target, who answers, internal dates (苏委工〔2020〕6号 三.2). */
export interface OrganisationPlan {
  readonly branches: readonly { readonly branchId: string; readonly target: Target }[];
  /** Persons who answer for the plan. */
  readonly responsible: readonly string[];
  readonly dates: InternalDates | null;
}

/** What the plan must fit: the branches that are to attain the standard, and the days of the round. */
export interface PlanFrame {
  readonly branches: readonly { readonly id: string; readonly code: string; readonly name: string }[];
  /** Those of the persons named by the plan that the roster knows. */
  readonly personIds: readonly string[];
  readonly from: CivilDate;
  /** The assessment date of the round. */
  readonly until: CivilDate;
}

/** Number, task and responsibility clear (数量明确、任务明确、责任明确): every open branch once, dates in order and inside the round. */
export function checkOrganisationPlan(plan: OrganisationPlan, frame: PlanFrame): InputFault[] {
  const faults: InputFault[] = [];
  plan.branches.forEach(({ branchId }, at) => {
    const pointer = `/branches/${at}/branchId`;
    if (!frame.branches.some(({ id }) => id === branchId)) {
      faults.push({ pointer, code: 'unknown-branch', message: '该党支部不在本年度待达标之列' });
    }
    if (plan.branches.findIndex((line) => line.branchId === branchId) < at) {
      faults.push({ pointer, code: 'planned-twice', message: '同一党支部列了两次' });
    }
  });
  for (const { id, code, name } of frame.branches) {
    if (!plan.branches.some(({ branchId }) => branchId === id)) {
      faults.push({ pointer: '/branches', code: 'target-missing', message: `${name}（${code}）没有目标` });
    }
  }
  plan.responsible.forEach((person, at) => {
    const pointer = `/responsible/${at}`;
    if (!frame.personIds.includes(person)) {
      faults.push({ pointer, code: 'unknown-person', message: '名册中没有此人' });
    } else if (plan.responsible.indexOf(person) < at) {
      faults.push({ pointer, code: 'named-twice', message: '同一责任人列了两次' });
    }
  });
  if (plan.responsible.length === 0) {
    faults.push({ pointer: '/responsible', code: 'responsible-missing', message: '须明确责任人' });
  }
  const needsDates = plan.branches.some(({ target }) => target === 'this-year');
  if (!plan.dates) {
    if (needsDates)
      faults.push({ pointer: '/dates', code: 'dates-missing', message: '须明确申报、测评、评估的内部时间' });
    return faults;
  }
  const { applyBy, ballotBy, assessBy } = plan.dates;
  for (const [name, date] of Object.entries({ applyBy, ballotBy, assessBy })) {
    const pointer = `/dates/${name}`;
    if (!isCivilDate(date)) faults.push({ pointer, code: 'not-a-date', message: '日期不存在' });
    else if (date < frame.from || date > frame.until) {
      const message = `日期须在${chineseDate(frame.from)}与${chineseDate(frame.until)}之间`;
      faults.push({ pointer, code: 'date-outside-round', message });
    }
  }
  if (applyBy > ballotBy || ballotBy > assessBy) {
    faults.push({ pointer: '/dates', code: 'dates-out-of-order', message: '申报、测评、评估须依次进行' });
  }
  return faults;
}

/** How many branches the plan takes this year and how many the next. */
export function countTargets(plan: OrganisationPlan): { thisYear: number; nextYear: number } {
  const thisYear = plan.branches.filter(({ target }) => target === 'this-year').length;
  return { thisYear, nextYear: plan.branches.length - thisYear };
}
