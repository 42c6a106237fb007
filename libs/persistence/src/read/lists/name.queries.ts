import type { EntityManager } from 'typeorm';
import { DEADLINE_WORDS, DOCUMENT_WORDS } from '@app/domain';
import { programmeOf } from '../programme-store';
import { marks, select } from '../select';

/** What an id is called: the code people know, and a name. */
export interface Name {
  readonly code: string;
  readonly name: string;
}

/** What the spot check in alias `r` is called. */
export const SPOT_CHECK_NAME = `CONCAT('抽查复核第', r.no, '次（', r.year, '年度）')`;

/** Each table whose rows have a name, with how it is read; one question mark for the ids. */
const NAMES = {
  campaigns: 'SELECT id, campaign_key AS code, name FROM campaigns WHERE id',
  areas: 'SELECT id, code, name FROM areas WHERE id',
  organisations: 'SELECT id, code, name FROM organisations WHERE id',
  branches: 'SELECT id, code, name FROM branches WHERE id',
  people: 'SELECT id, code, name FROM people WHERE id',
  users: 'SELECT id, login AS code, login AS name FROM users WHERE id',
  branch_runs: `SELECT r.id, r.workflow_id AS code, CONCAT(b.name, ' ', r.year) AS name
    FROM branch_runs r JOIN branches b ON b.id = r.branch_id WHERE r.id`,
  organisation_runs: `SELECT r.id, r.workflow_id AS code, CONCAT(o.name, ' ', r.year) AS name
    FROM organisation_runs r JOIN organisations o ON o.id = r.organisation_id WHERE r.id`,
  spot_checks: `SELECT r.id, r.workflow_id AS code, ${SPOT_CHECK_NAME} AS name FROM spot_checks r WHERE r.id`,
  problems: `SELECT p.id, b.code, LEFT(p.description, 60) AS name
    FROM problems p JOIN branches b ON b.id = p.branch_id WHERE p.id`,
  slips: `SELECT s.id, CONCAT(COALESCE(b.code, o.code), '/', d.year) AS code,
      CONCAT(COALESCE(b.name, o.name), ' ', d.year, ' 督办单') AS name
    FROM slips s JOIN deadlines d ON d.id = s.deadline_id JOIN organisations o ON o.id = s.organisation_id
    LEFT JOIN branches b ON b.id = s.branch_id WHERE s.id`,
  decisions: `SELECT d.id, d.paper_number AS code, CONCAT(d.paper_number, ' ', o.name) AS name FROM decisions d
    JOIN organisation_runs r ON r.id = d.organisation_run_id JOIN organisations o ON o.id = r.organisation_id WHERE d.id`,
  publications: `SELECT id, CONCAT(year, '/', ends_on) AS code, CONCAT(year, ' 年度公示，至 ', ends_on) AS name
    FROM publications WHERE id`,
  deadlines: `SELECT d.id, d.kind, CONCAT(COALESCE(b.code, o.code), '/', d.year) AS code,
      CONCAT(COALESCE(b.name, o.name), ' ', d.year) AS name
    FROM deadlines d JOIN organisations o ON o.id = d.organisation_id LEFT JOIN branches b ON b.id = d.branch_id
    WHERE d.id`,
  ballot_boxes: `SELECT x.id, r.workflow_id AS code, CONCAT(b.name, ' ', r.year, ' 测评') AS name
    FROM ballot_boxes x JOIN branch_runs r ON r.id = x.branch_run_id JOIN branches b ON b.id = r.branch_id WHERE x.id`,
  rechecks: `SELECT k.id, r.workflow_id AS code, CONCAT(b.name, ' ', r.year, ' 抽查复核') AS name
    FROM rechecks k JOIN branch_runs r ON r.id = k.branch_run_id JOIN branches b ON b.id = k.branch_id WHERE k.id`,
  documents: `SELECT d.id, d.kind, COALESCE(r.workflow_id, o.workflow_id) AS code,
      CONCAT(COALESCE(b.name, n.name), ' ', COALESCE(r.year, o.year)) AS name
    FROM documents d LEFT JOIN rechecks k ON k.id = d.run_id
    LEFT JOIN branch_runs r ON r.id = COALESCE(k.branch_run_id, d.run_id) LEFT JOIN branches b ON b.id = r.branch_id
    LEFT JOIN organisation_runs o ON o.id = d.run_id LEFT JOIN organisations n ON n.id = o.organisation_id WHERE d.id`,
} as const;

/** What the name of a row ends with, by its kind. */
const KIND_WORDS: Partial<Record<NamedTable, Readonly<Record<string, { readonly zh: string }>>>> = {
  deadlines: DEADLINE_WORDS,
  documents: DOCUMENT_WORDS,
};

/** A table whose rows people know by a code and a name. */
export type NamedTable = keyof typeof NAMES;

interface NamedRow extends Name {
  readonly id: string;
  readonly kind?: string;
}

/** What these ids are called, each looked for in the tables it may stand in; one that stands in none has no name. */
export async function namesOf(
  m: EntityManager,
  asked: ReadonlyMap<NamedTable, ReadonlySet<string>>,
): Promise<Map<string, Name>> {
  const names = new Map<string, Name>();
  for (const [table, ids] of asked) {
    if (ids.size === 0) continue;
    const wanted = [...ids];
    const rows = await select<NamedRow>(m, `${NAMES[table]} IN (${marks(wanted)})`, wanted);
    for (const { id, code, name, kind } of rows) {
      const ending = kind && KIND_WORDS[table]?.[kind]?.zh;
      names.set(id, { code, name: ending ? `${name} ${ending}` : name });
    }
  }
  return names;
}

/** What the dimensions and indicators of the score sheet of a branch's campaign are called, by their ids. */
export async function sheetWordsOf(m: EntityManager, branchId: string): Promise<Map<string, string>> {
  const [row] = await select<{ campaignId: string }>(m, 'SELECT campaign_id AS campaignId FROM branches WHERE id = ?', [
    branchId,
  ]);
  if (!row) return new Map();
  const { dimensions } = (await programmeOf(m, row.campaignId)).scoreSheet;
  const parts = dimensions.flatMap((dimension) => [dimension, ...dimension.indicators]);
  return new Map(parts.map(({ id, name }) => [id, name]));
}
