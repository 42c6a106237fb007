import type { EntityManager } from 'typeorm';
import { DEADLINE_WORDS, type DeadlineKind } from '@app/domain';
import { programmeOf } from './programme-store';
import { marks, select } from './select';

/** What an id is called: the code people know, and a name. */
export interface Name {
  readonly code: string;
  readonly name: string;
}

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
  spot_checks: `SELECT id, workflow_id AS code, CONCAT(year, ' 年度抽查 ', no) AS name FROM spot_checks WHERE id`,
  problems: `SELECT p.id, b.code, LEFT(p.description, 60) AS name
    FROM problems p JOIN branches b ON b.id = p.branch_id WHERE p.id`,
  decisions: `SELECT d.id, d.paper_number AS code, CONCAT(d.paper_number, ' ', o.name) AS name FROM decisions d
    JOIN organisation_runs r ON r.id = d.organisation_run_id JOIN organisations o ON o.id = r.organisation_id WHERE d.id`,
  publications: `SELECT id, CONCAT(year, '/', ends_on) AS code, CONCAT(year, ' 年度公示，至 ', ends_on) AS name
    FROM publications WHERE id`,
  deadlines: `SELECT d.id, d.kind, CONCAT(COALESCE(b.code, o.code), '/', d.year) AS code,
      CONCAT(COALESCE(b.name, o.name), ' ', d.year) AS name
    FROM deadlines d JOIN organisations o ON o.id = d.organisation_id LEFT JOIN branches b ON b.id = d.branch_id
    WHERE d.id`,
} as const;

/** A table whose rows people know by a code and a name. */
export type NamedTable = keyof typeof NAMES;

interface NamedRow extends Name {
  readonly id: string;
  /** Of a deadline: what its name ends with. */
  readonly kind?: DeadlineKind;
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
      names.set(id, { code, name: kind ? `${name} ${DEADLINE_WORDS[kind].zh}` : name });
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
