import type { EntityManager } from 'typeorm';
import {
  type CivilDate,
  type Instant,
  type OfficeRef,
  type OrganisationKind,
  PROBLEM_STATE_WORDS,
  type ProblemState,
  shanghaiDateOf,
  workdaysLeft,
} from '@app/domain';
import { calendarOf } from '../../write/calendar';
import { openLightsOfRuns } from '../light.queries';
import { Conditions, idsOf, literal, select } from '../select';
import { type Asker, inWords, LONGEST, type Task, toOfficeRef } from './task-line';

interface ProblemRow extends Pick<Task, 'id' | 'year' | 'code' | 'name' | 'runId'> {
  readonly step: ProblemState;
  readonly dueDate: CivilDate | null;
  readonly branchId: string;
  readonly organisationId: string;
}

/** Problems that this person is to solve, and those that were raised to an office of his (苏委工〔2020〕6号 三.3). */
export async function problemsOf(
  m: EntityManager,
  { campaignId, personId, offices }: Asker,
  now: Instant,
): Promise<Task[]> {
  const bodies = (role: OfficeRef['role']) =>
    offices.flatMap((office) => (office.role === role ? [office.bodyId] : []));
  const inCampaign = (state: ProblemState) =>
    new Conditions().equal('p.campaign_id', campaignId).add(`p.state = ${literal(state)}`);
  const mine = inCampaign('owned').add('p.owner_id = ?', personId ?? '');
  const superior = new Conditions().among('b.organisation_id', bodies('organisation-officer'));
  const direct =
    bodies('committee-officer').length > 0 ? ` OR o.kind = ${literal<OrganisationKind>('direct-branch')}` : '';
  const raised = inCampaign('raised').add(`(${superior.sql}${direct})`, ...superior.parameters);
  const parts = [mine, raised];
  const rows = await select<ProblemRow>(
    m,
    parts
      .map(
        ({ sql }) => `(SELECT p.id, p.opened_year AS year, b.code, b.name, p.state AS step, p.due_date AS dueDate,
           p.branch_id AS branchId, b.organisation_id AS organisationId,
           (SELECT r.id FROM branch_runs r WHERE r.branch_id = p.branch_id ORDER BY r.year DESC LIMIT 1) AS runId FROM problems p JOIN branches b ON b.id = p.branch_id
           JOIN organisations o ON o.id = b.organisation_id WHERE ${sql} ORDER BY p.due_date, p.id LIMIT ${LONGEST})`,
      )
      .join(' UNION ALL '),
    parts.flatMap(({ parameters }) => parameters),
  );
  if (rows.length === 0) return [];
  const [lights, calendar] = [await openLightsOfRuns(m, idsOf(rows), now), await calendarOf(m)];
  const inBranch = (branchId: string) => offices.find(({ bodyId }) => bodyId === branchId);
  const above = (organisationId: string) =>
    offices.find(({ role, bodyId }) => role === 'organisation-officer' && bodyId === organisationId) ??
    offices.find(({ role }) => role === 'committee-officer');
  return rows.map(({ branchId, organisationId, ...row }) => ({
    ...row,
    ...inWords(PROBLEM_STATE_WORDS[row.step], row.step === 'raised' ? 'answerProblem' : null),
    held: null,
    isStuck: false,
    kind: 'problem',
    workflowId: null,
    since: null,
    office: toOfficeRef(row.step === 'owned' ? inBranch(branchId) : above(organisationId)),
    light: lights.get(row.id) ?? null,
    workdaysLeft: row.dueDate === null ? null : workdaysLeft(shanghaiDateOf(now), row.dueDate, calendar),
  }));
}
