import {
  decideCommand,
  DomainError,
  type ErrorCode,
  processOf,
  rolesFor,
  type Attribution,
  type ProcessCommandName,
  type Role,
  RUN_KINDS,
  type RunKind,
  type RunTypes,
  tableOf,
} from '@app/domain';
import type { EntityManager } from 'typeorm';
import { BRANCH_RUN_ROWS } from '../../activities/src/branch-run.rows';
import { CAMPAIGN_ROWS } from '../../activities/src/campaign.rows';
import { ORGANISATION_RUN_ROWS } from '../../activities/src/organisation-run.rows';
import type { RowsOfRun } from '../../activities/src/run-rows';
import { SPOT_CHECK_ROWS } from '../../activities/src/spot-check.rows';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import { HandOvers } from '../support/hand-overs';
import { HttpWorld } from '../support/http';
import { LocalWorld } from '../support/local-world';
import { present } from '../support/present';
import { playTwoMoreRounds, returnEveryHandOver } from '../support/returned-hand-overs';

/** What is refused of who asks or when; anything else is said of what he sends. */
const OF_WHO_OR_WHEN: readonly ErrorCode[] = [
  'forbidden',
  'not-in-scope',
  'same-person',
  'own-branch',
  'verifier-is-owner',
  'wrong-step',
  'assessment-over',
  'round-not-open',
  'run-closed',
  'run-opening',
  'transition-not-allowed',
];

const ROWS = {
  'branch-run': BRANCH_RUN_ROWS,
  'organisation-run': ORGANISATION_RUN_ROWS,
  campaign: CAMPAIGN_ROWS,
  'spot-check': SPOT_CHECK_ROWS,
} as const;

const PATHS: Readonly<Record<RunKind, string>> = {
  'branch-run': '/branch-runs',
  'organisation-run': '/organisation-runs',
  campaign: '/campaigns',
  'spot-check': '/spot-checks',
};

interface Run {
  readonly kind: RunKind;
  readonly id: string;
  readonly version: number;
}

interface Person {
  readonly id: string;
  readonly code: string;
  readonly roles: readonly Role[];
}

/** What is played: everything comes back once; a year is recognised, and two more follow. */
const PLAYS: readonly (readonly [key: string, branches: number, play: (world: LocalWorld) => Promise<unknown>])[] = [
  ['offered', 3, returnEveryHandOver],
  ['offered-later', 2, playThreeRounds],
];

async function playThreeRounds(world: LocalWorld): Promise<void> {
  const handOvers = await HandOvers.of(world);
  await handOvers.openRound();
  await handOvers.surveyAndPlan();
  await handOvers.goTo('2020-10-12T02:00:00.000Z');
  for (const branch of handOvers.branches) await handOvers.apply(branch);
  for (const branch of handOvers.branches) await handOvers.assess(branch);
  await handOvers.goTo('2020-11-20T02:00:00.000Z');
  await handOvers.decideAndFile();
  await handOvers.drawAndRecognise(1);
  await handOvers.closeRound();
  await playTwoMoreRounds(world);
}

/**
 * Before each hand-over everybody who holds an office of the business is asked what he is offered with each run that moved,
 * and each offer is decided as the run's own write would, on what is in the tables, and not written.
 */
describe('what is offered', () => {
  let world: LocalWorld;
  let http: HttpWorld;
  const seen = new Map<string, number>();
  const offered = new Map<string, number>();
  const refused = new Set<string>();
  let people: readonly Person[] = [];

  beforeAll(async () => {
    for (const [key, branchesEach, play] of PLAYS) {
      world = await LocalWorld.open({ key, roster: syntheticRoster({ organisations: 1, branchesEach, seed: 4 }) });
      http = await HttpWorld.open(world);
      people = await everybody();
      const send = world.send.bind(world);
      world.send = async (...given: Parameters<LocalWorld['send']>) => {
        await tryAll(given[3]);
        return send(...given);
      };
      await play(world);
      await http.close();
      await world.close();
    }
  }, 600_000);

  it('is refused to nobody for who he is or for when he asks', () => {
    expect([...refused].sort()).toEqual([]);
  });

  it('was tried of every kind of run, each command at which a ballot or a part of a run is not in hand', () => {
    const all = RUN_KINDS.flatMap((kind) =>
      Object.entries(processOf(kind).commands).flatMap(([name, { ofPart }]) => (ofPart ? [] : [name])),
    );
    expect(all.filter((name) => !offered.has(name))).toEqual([]);
  });

  async function everybody(): Promise<Person[]> {
    const rows = await world.dataSource.query<{ id: string; code: string; role: Role }[]>(
      `SELECT DISTINCT p.id, p.code, o.role FROM offices o JOIN people p ON p.id = o.person_id
        WHERE o.role NOT LIKE '%administrator' ORDER BY p.code`,
    );
    const codes = [...new Set(rows.map(({ code }) => code))];
    return codes.map((code) => {
      const own = rows.filter((row) => row.code === code);
      return { id: present(own[0]).id, code, roles: own.map(({ role }) => role) };
    });
  }

  async function tryAll(attribution: Attribution): Promise<void> {
    for (const run of await moved()) {
      for (const person of people) {
        const { body } = await http.send(person.code, 'get', { path: `${PATHS[run.kind]}/${run.id}` });
        const actions = ((body as { allowedActions?: string[] }).allowedActions ?? []).filter(
          (action) => action in processOf(run.kind).commands,
        );
        for (const action of actions) {
          offered.set(action, (offered.get(action) ?? 0) + 1);
          const asked = { person, at: attribution.receivedAt };
          const codes = await outcomesOf(run, action as ProcessCommandName, asked);
          if (codes.some((code) => code === null || !OF_WHO_OR_WHEN.includes(code))) continue;
          refused.add(`${action} → ${person.roles.join('+')}: ${codes.join('/')}`);
        }
      }
    }
  }

  /** The runs that were written to since they were looked at. */
  async function moved(): Promise<Run[]> {
    const rows = await world.dataSource.query<Run[]>(
      RUN_KINDS.map((kind) => `SELECT '${kind}' AS kind, id, version FROM ${tableOf(kind)} WHERE version > 0`).join(
        ' UNION ALL ',
      ),
    );
    const fresh = rows.filter(({ id, version }) => seen.get(id) !== version);
    for (const { id, version } of fresh) seen.set(id, version);
    return fresh;
  }

  /** The codes with which the write would refuse it, with each of what may be meant; null where it would be done. */
  async function outcomesOf(
    { kind, id }: Run,
    name: ProcessCommandName,
    { person, at }: { readonly person: Person; readonly at: string },
  ): Promise<(ErrorCode | null)[]> {
    const { table, lookUp } = ROWS[kind] as unknown as RowsOfRun<RunTypes>;
    const runner = world.dataSource.createQueryRunner();
    await runner.startTransaction();
    const { manager } = runner;
    try {
      const entity = await manager.findOneByOrFail(table.entity, { id });
      const { setting, state } = entity;
      const roles = rolesFor(table.process, setting, name);
      const office = present(roles.find((role) => person.roles.includes(role)));
      const attribution = { actor: person.id, office, receivedAt: at };
      const outcomes: (ErrorCode | null)[] = [];
      const paper = await paperOf(manager, id, name);
      for (const trial of present(table.process.commands[name]).trials?.({ setting, state }) ?? [{}]) {
        const input = { ...NOTHING, ...paper, ...trial };
        const what = { kind: 'command' as const, command: { name, input }, attribution };
        try {
          const { lookup } = await lookUp(manager, { setting, state, entity, what });
          decideCommand(table.process, { setting, state, lookup }, what);
          outcomes.push(null);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          outcomes.push(error.code);
        }
      }
      return outcomes;
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }
});

const NUMBER = { number: '会议纪要第1次', documentNumber: '会议纪要第1次' };
/** As much of each command's input as its papers give: whatever is wrong with it is wrong of what was sent. */
const NOTHING = { digest: '0'.repeat(64), remarksId: '', reasonId: '', lines: 0, struck: [], recusals: [], ...NUMBER };

async function paperOf(m: EntityManager, runId: string, name: string): Promise<object> {
  const rows = await m.query<{ documentId: string; digest: string }[]>(
    'SELECT id AS documentId, digest FROM documents WHERE run_id = ? AND kind = ? ORDER BY no DESC LIMIT 1',
    [runId, PAPERS[name] ?? ''],
  );
  return { ...rows[0] };
}

/** The paper that a command hands over. */
const PAPERS: Readonly<Record<string, string>> = {
  submitOrganisationPlan: 'organisation-plan',
  submitSurvey: 'survey',
  submitBranchPlan: 'branch-plan',
  submitAssessment: 'self-assessment',
  signAssessment: 'superior-assessment',
  countersignAssessment: 'superior-assessment',
  submitReview: 'review',
};
