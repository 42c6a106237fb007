import { lineOf } from './officeholders';
import type { BranchRunView } from './reads';
import { say, type Stage } from './stage';

/** The problem of this branch goes up, because the branch cannot solve it alone. */
const RAISED = 'JG03-08';
/** The problem of this branch stays open over the end of 2020. */
const CARRIED = 'JG04-11';
const RAISED_ON = '2020-08-10';
const ANSWERED_ON = '2020-08-24';
const CLOSING_DAYS = ['2020-08-10', '2020-09-10'];
const CLOSED_ON: Readonly<Record<string, string>> = { [RAISED]: '2020-09-10', [CARRIED]: '2021-06-07' };

/** Two branches in three come with a finding of last year's check-up. */
export async function importProblems(stage: Stage, run: BranchRunView): Promise<void> {
  if (lineOf(run.branchCode) % 3 === 0) return;
  const dimension = `D${(lineOf(run.branchCode) % 6) + 1}`;
  const lines = [
    {
      branchId: run.branchId,
      dimension,
      description: '样例：上年度体检发现的问题',
      mandatory: lineOf(run.branchCode) % 5 === 0,
    },
  ];
  const login = stage.officeholders.superior(run.organisationCode);
  await say(stage, login, { path: '/problems/import', subject: run, body: { items: lines } });
}

/** Every problem gets measure, owner, date: with that the plan is complete. */
export async function planProblems(stage: Stage, run: BranchRunView): Promise<void> {
  const secretary = stage.officeholders.secretary(run.branchCode);
  const ownerCode = stage.officeholders.ownerCode(run.branchCode);
  const entered = (await stage.reads.problems(run.id)).filter(({ state }) => state === 'entered');
  if (entered.length === 0) return;
  const ownerId = await stage.reads.personId(ownerCode);
  for (const problem of entered) {
    const body = { measure: '样例：列入支部年度安排，逐月检查', ownerId, dueDate: `${run.year}-09-30` };
    await say(stage, secretary, { path: `/problems/${problem.id}/plan`, subject: problem, body });
  }
}

/** On the days for it, problems go up, are answered, and are closed by another person than their owner. */
export async function workOnProblems(stage: Stage, run: BranchRunView): Promise<void> {
  const { on } = stage.moment;
  const { branchCode } = run;
  const superior = stage.officeholders.superior(run.organisationCode);
  const closing = CLOSED_ON[branchCode] ?? CLOSING_DAYS[lineOf(branchCode) % 2];
  if (branchCode === RAISED && on === RAISED_ON) {
    const body = { reason: '样例：活动场所须由单位统筹' };
    await sayInEach('owned', 'raise', { login: stage.officeholders.secretary(branchCode), body });
  } else if (branchCode === RAISED && on === ANSWERED_ON) {
    await sayInEach('raised', 'answer', { login: superior, body: { answer: '样例：已商行政部门，九月起共用会议室' } });
  } else if (on === closing) {
    await sayInEach('owned', 'close', { login: superior, body: { remark: '样例：已核实' } });
  }

  async function sayInEach(
    state: string,
    verb: string,
    { login, body }: { readonly login: string; readonly body: object },
  ): Promise<void> {
    for (const problem of await stage.reads.problems(run.id)) {
      if (problem.state !== state) continue;
      await say(stage, login, { path: `/problems/${problem.id}/${verb}`, subject: problem, body });
    }
  }
}

/** Whether anything is done about problems on this day at all. */
export function isProblemDay(on: string): boolean {
  return [RAISED_ON, ANSWERED_ON, ...CLOSING_DAYS, ...Object.values(CLOSED_ON)].includes(on);
}
