import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkRoster, ROSTER_FILES, ROSTER_LAYOUT } from '@app/domain';
import { loadRoster } from '@app/platform';
import { rosterFiles, rosterTables, sampleRoster, syntheticRoster } from './roster';

const FOLDER = join(__dirname, '..', 'roster');
const sample = sampleRoster();

describe('sample roster', () => {
  it.each(ROSTER_FILES)('is the committed %s.csv', (file) => {
    expect(readFileSync(join(FOLDER, `${file}.csv`), 'utf8')).toBe(rosterFiles(sample)[file]);
  });

  it('comes back whole through the files, without a fault', async () => {
    const { tables, faults } = await loadRoster(FOLDER, ROSTER_LAYOUT);
    expect(faults).toEqual([]);
    expect(checkRoster(tables)).toEqual({ roster: sample, faults: [], warnings: [] });
  });

  it('has 2 areas and organisations of 1, 3, 8, 20 and 28 branches', () => {
    expect(sample.areas.map(({ name }) => name)).toEqual(['第一党建片', '第二党建片']);
    const sizes = sample.organisations.map(
      ({ code }) => sample.branches.filter((one) => one.organisationCode === code).length,
    );
    expect(sizes).toEqual([1, 3, 8, 20, 28]);
    expect(sample.organisations[0]?.kind).toBe('direct-branch');
  });

  it('has exactly one branch whose ballot stays below the smallest group of five', () => {
    const small = sample.branches.filter(({ members, masses }) => members + masses < 5);
    expect(small.map(({ code, members }) => [code, members])).toEqual([['JG02-03', 3]]);
  });

  it('marks every organisation, branch and person as a sample and names nobody twice', () => {
    for (const { name } of [...sample.organisations, ...sample.branches, ...sample.people])
      expect(name).toMatch(/^样例/);
    expect(new Set(sample.people.map(({ name }) => name)).size).toBe(sample.people.length);
  });

  it('names no more people of a branch than it has members', () => {
    for (const { code, members } of sample.branches) {
      const named = sample.people.filter(({ branchCode }) => branchCode === code).length;
      expect(named).toBeGreaterThanOrEqual(3);
      expect(named).toBeLessThanOrEqual(members);
      expect(members).toBeLessThanOrEqual(25);
    }
  });

  it('bars at least one assessor of every organisation from a branch of it', () => {
    for (const { code, kind } of sample.organisations) {
      if (kind === 'direct-branch') continue;
      const assessors = sample.offices.filter(({ role, bodyCode }) => role === 'assessor' && bodyCode === code);
      expect(assessors.length).toBeGreaterThanOrEqual(3);
      for (const { personCode } of assessors) {
        expect(sample.people.find((person) => person.code === personCode)?.branchCode).toMatch(new RegExp(`^${code}-`));
      }
    }
  });

  it('changes with the seed in sizes and dates only', () => {
    const other = sampleRoster(1);
    expect(other.people).toEqual(sample.people);
    expect(other.branches).not.toEqual(sample.branches);
  });
});

describe('synthetic roster', () => {
  it('has the size asked for and no fault', () => {
    const roster = syntheticRoster({ organisations: 200, branchesEach: 50, seed: 1 });
    expect(roster.branches).toHaveLength(10_000);
    expect(checkRoster(rosterTables(roster)).faults).toEqual([]);
  });
});
