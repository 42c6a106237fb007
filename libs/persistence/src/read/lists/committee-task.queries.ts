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
import { withoutBarred } from '../barred.queries';
import { literal, literals, select } from '../select';
import { type Asker, inWords, LONGEST, type Task, toOfficeRef } from './task-line';

type Row = Pick<Task, 'id' | 'year' | 'code' | 'name'> & { readonly since: Date; readonly step: BranchStep };

const UNDATED = { light: null, dueDate: null, workdaysLeft: null, held: null } as const;

/**
 * Rechecks that found against a pass and wait for another person: an officer of the committee who may judge the branch, and
 * neither found it nor filled in the sheet.
 */
export async function overturnsOf(m: EntityManager, { campaignId, personId, offices }: Asker): Promise<Task[]> {
  const office = offices.find(({ role }) => role === 'committee-officer');
  if (!office) return [];
  const rows = await select<Row & { workflowId: string; branchId: string }>(
    m,
    `SELECT k.id, c.workflow_id AS workflowId, r.year, b.code, b.name, k.branch_id AS branchId, k.proposed_at AS since,
            ${literal<BranchStep>('rechecking')} AS step
       FROM rechecks k JOIN spot_checks c ON c.id = k.spot_check_id JOIN branch_runs r ON r.id = k.branch_run_id
       JOIN branches b ON b.id = k.branch_id LEFT JOIN documents d ON d.id = k.document_id
      WHERE k.campaign_id = ? AND k.proposed_at IS NOT NULL AND k.concluded_at IS NULL
        AND k.rechecker_id <> ? AND NOT (d.author_id <=> ?)
      ORDER BY k.proposed_at, k.id LIMIT ${LONGEST}`,
    [campaignId, personId ?? '', personId ?? ''],
  );
  return (await withoutBarred(m, personId ?? '', rows)).map(({ branchId: _branch, since, ...row }) => ({
    ...row,
    ...inWords(STEP_WORDS[row.step], 'confirmRecheck'),
    ...UNDATED,
    kind: 'recheck',
    runId: null,
    since: toInstant(since),
    office: toOfficeRef(office),
  }));
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
