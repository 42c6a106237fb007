import type { EntityManager } from 'typeorm';
import {
  type BranchStep,
  type Instant,
  type ProcessCommandName,
  shanghaiDateOf,
  type SpotCheckStep,
  STEP_BEFORE_DRAW,
  STEP_BEFORE_PUBLICATION,
  STEP_WORDS,
} from '@app/domain';
import { toInstant } from '../../tables/columns';
import { confirmersOf, openOverturns } from '../overturn.queries';
import { literal, literals, select } from '../select';
import { type Asker, inWords, type Task, toOfficeRef } from './task-line';

type Row = Pick<Task, 'id' | 'year' | 'code' | 'name'> & { readonly since: Date; readonly step: BranchStep };

const UNDATED = { light: null, dueDate: null, workdaysLeft: null, held: null, isStuck: false } as const;

/**
 * Rechecks that found against a pass and wait for another person: an officer of the committee who may judge the branch, and
 * neither found it nor filled in the sheet. Where there is none, every officer is told that another must be brought in.
 */
export async function overturnsOf(m: EntityManager, { campaignId, personId, offices }: Asker): Promise<Task[]> {
  const office = offices.find(({ role }) => role === 'committee-officer');
  if (!office) return [];
  const tasks: Task[] = [];
  for (const overturn of await openOverturns(m, { campaignId })) {
    const confirmers = await confirmersOf(m, overturn);
    const isStuck = confirmers.length === 0;
    if (!isStuck && !confirmers.includes(personId ?? '')) continue;
    const { id, workflowId, year, code, name, proposedAt } = overturn;
    tasks.push({
      ...{ id, workflowId, year, code, name, step: 'rechecking' satisfies BranchStep },
      ...inWords(STEP_WORDS.rechecking, isStuck ? null : 'confirmRecheck'),
      ...UNDATED,
      isStuck,
      kind: 'recheck',
      runId: null,
      since: proposedAt,
      office: toOfficeRef(office),
    });
  }
  return tasks;
}

/**
 * What the committee does with a round at once, not branch by branch: a draw to be ordered where none is under way, a list to
 * be published, and a publication that is over to be decided on (苏委工〔2020〕6号 三.4).
 */
export async function roundTasksOf(m: EntityManager, { campaignId, offices }: Asker, now: Instant): Promise<Task[]> {
  const office = offices.find(({ role }) => role === 'committee-officer');
  if (!office) return [];
  const rows = await select<Row>(
    m,
    `SELECT o.id, r.year, c.campaign_key AS code, c.name, r.step, MIN(r.since) AS since
       FROM branch_runs r JOIN rounds o ON o.campaign_id = r.campaign_id AND o.year = r.year
       JOIN campaigns c ON c.id = r.campaign_id
      WHERE r.campaign_id = ? AND r.waiting_body_id = ? AND r.waiting_role = 'committee-officer'
        AND r.step IN (${literals([STEP_BEFORE_DRAW, STEP_BEFORE_PUBLICATION])})
        AND (r.step <> ${literal(STEP_BEFORE_DRAW)} OR NOT EXISTS (SELECT 1 FROM spot_checks s
              WHERE s.campaign_id = r.campaign_id AND s.year = r.year AND s.step IN (${literals<SpotCheckStep>(['opening', 'ordered', 'frozen'])})))
      GROUP BY o.id, r.year, c.campaign_key, c.name, r.step`,
    [campaignId, campaignId],
  );
  const over = await select<Row>(
    m,
    `SELECT p.id, p.year, c.campaign_key AS code, c.name, ${literal<BranchStep>('published')} AS step, p.opened_at AS since
       FROM publications p JOIN campaigns c ON c.id = p.campaign_id
      WHERE p.campaign_id = ? AND p.recognised = 0 AND p.ends_on < ?`,
    [campaignId, shanghaiDateOf(now)],
  );
  return [...rows, ...over].map((row) => ({
    ...row,
    ...inWords(STEP_WORDS[row.step], COMMANDS[row.step] ?? null),
    ...UNDATED,
    kind: row.step === 'published' ? 'publication' : 'round',
    workflowId: null,
    runId: null,
    since: toInstant(row.since),
    office: toOfficeRef(office),
  }));
}

const COMMANDS: Readonly<Partial<Record<BranchStep, ProcessCommandName>>> = {
  [STEP_BEFORE_DRAW]: 'orderSpotCheck',
  [STEP_BEFORE_PUBLICATION]: 'openPublication',
  published: 'recordRecognition',
};
