import { syntheticRoster } from '../../../../services/rehearsal/src/roster';
import { testDatabase, type TestDatabase } from '../../../../test/support/database';
import { present } from '../../../../test/support/present';
import { establishRehearsal } from '../../../../test/support/world';
import { branchesOf, isOfBranch, personsOf } from './belonging.queries';

/** Member, holder of an office and his deputy belong to a branch until their time is over: asked from either side. */
describe('who belongs to a branch', () => {
  let database: TestDatabase;
  const rows = <R = unknown>(sql: string, parameters: unknown[] = []) =>
    database.dataSource.query<R[]>(sql, parameters);
  beforeAll(async () => {
    database = await testDatabase();
    const roster = syntheticRoster({ organisations: 1, branchesEach: 2, seed: 1 });
    await establishRehearsal(database.dataSource, { key: 'belonging', roster });
  }, 60_000);
  afterAll(() => database.close());

  it('is told alike of the person and of the branch', async () => {
    const { manager } = database.dataSource;
    const [first, second] = (await rows<{ id: string }>('SELECT id FROM branches ORDER BY code')).map(({ id }) => id);
    const [branch, other] = [present(first), present(second)];
    const [assessor] = await rows<{ id: string; campaignId: string }>(
      `SELECT person_id AS id, campaign_id AS campaignId FROM offices WHERE role = 'assessor'`,
    );
    const { id, campaignId } = present(assessor);
    const [office] = await rows<{ id: string; personId: string }>(
      'SELECT id, person_id AS personId FROM offices WHERE body_id = ?',
      [other],
    );
    const asked = async (person: string, of: string) => {
      const answers = [
        await isOfBranch(manager, person, of),
        (await branchesOf(manager, person)).has(of),
        (await personsOf(manager, of)).includes(person),
      ];
      expect(new Set(answers).size).toBe(1);
      return answers[0];
    };
    expect(await asked(id, branch)).toBe(false);
    await rows(
      `INSERT INTO memberships (id, campaign_id, programme_version, valid_from, person_id, branch_id)
       VALUES (REPEAT('v', 16), ?, '', '2020-01-01', ?, ?)`,
      [campaignId, id, branch],
    );
    expect([await asked(id, branch), await asked(id, other)]).toEqual([true, false]);
    expect(await asked(present(office).personId, other)).toBe(true);
    await rows('UPDATE offices SET deputy_id = ? WHERE id = ?', [id, present(office).id]);
    expect(await asked(id, other)).toBe(true);
    await rows(`UPDATE offices SET valid_to = '2020-06-30' WHERE id = ?`, [present(office).id]);
    await rows(`UPDATE memberships SET valid_to = '2020-06-30' WHERE person_id = ?`, [id]);
    expect([await asked(id, branch), await asked(id, other)]).toEqual([false, false]);
  });
});
