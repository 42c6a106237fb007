import { activitiesOf, ErrandActivities, LOCAL_WRITES } from '@app/activities';
import { type RunAnswer, writeNameOf } from '@app/contracts';
import { type EffectOrder, processOf, RUN_KINDS, TELLING } from '@app/domain';
import { CampaignEntity, idOf, RefusalEntity, randomId } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import type { HandOvers } from '../support/hand-overs';
import { present } from '../support/present';
import { playRecognisedRound } from '../support/history';
import { type ActivityCall, LocalWorld } from '../support/local-world';
import { dissolveInBoth, losePasses } from '../support/overlapping-rounds';
import { runsTwiceLikeOnce } from '../support/runs-twice';
import { playTwoMoreRounds, returnEveryHandOver } from '../support/returned-hand-overs';

const keys = (table: object) => Object.keys(table);

/** A telling that is missing here does not compile. */
const TELLINGS: Record<EffectOrder['tell'], true> = {
  'start-round': true,
  'start-spot-check': true,
  branches: true,
  branch: true,
  'other-rounds': true,
  organisation: true,
  organisations: true,
  keeper: true,
  untold: true,
};

/** What of each activity must have been run twice: one without a line here, and a line that nothing ran, fails. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    RUN_KINDS.map((kind) => {
      const { commands, news } = processOf(kind);
      return [writeNameOf(kind), ['open', 'revive', ...keys(commands), ...keys(news)]];
    }),
  ),
  tell: keys(TELLINGS),
  actOnDeadlines: ['acts'],
  tellRun: ['acts'],
  makeDailyReminders: ['acts'],
  catchUp: ['acts'],
  noteDropped: ['acts'],
};

const keyOf = ({ name, input }: ActivityCall): string => {
  const { what, effect } = input as {
    what?: { kind: string; command?: { name: string }; message?: { news: { topic: string } } };
    effect?: { tell: string };
  };
  return `${name}/${what?.command?.name ?? what?.message?.news.topic ?? what?.kind ?? effect?.tell ?? 'acts'}`;
};

/** How often one case is run twice: more would only take longer. */
const OFTEN_ENOUGH = 2;

/** A world in which every call of an activity is run twice, and `ran` counts them by case. */
async function doubledWorld(branchesEach: number, ran: Map<string, number>): Promise<LocalWorld> {
  const inside: ActivityCall[] = [];
  const openings: ActivityCall[] = [];
  const opened: { world?: LocalWorld } = {};
  let depth = 0;
  const twice = async (call: ActivityCall, run: () => Promise<unknown>): Promise<unknown> => {
    const times = (ran.get(keyOf(call)) ?? 0) + 1;
    ran.set(keyOf(call), times);
    depth += 1;
    try {
      return times > OFTEN_ENOUGH ? await run() : await runsTwiceLikeOnce(present(opened.world).dataSource, run);
    } finally {
      depth -= 1;
    }
  };
  const world = await LocalWorld.open({
    roster: syntheticRoster({ organisations: 1, branchesEach, seed: 1 }),
    onCall: async (call, run) => {
      if (!opened.world) openings.push(call);
      // what runs inside another call, beside others, is run again when that one is done
      if (opened.world && depth > 0) inside.push(call);
      if (!opened.world || depth > 0) return run();
      const answer = await twice(call, run);
      for (const nested of inside.splice(0)) await twice(nested, () => world.call(nested.name, nested.input));
      inside.length = 0;
      return answer;
    },
  });
  opened.world = world;
  for (const opening of openings) await world.call(opening.name, opening.input);
  return world;
}

/** What a new execution of each kind of run asks to be written, and what it hears again. */
async function revivals(
  world: LocalWorld,
  { now: at, branches, organisationRunId, organisationWorkflowId }: HandOvers,
): Promise<void> {
  const revival = { cause: 'terminated', by: 'operator', reason: '样例' };
  const { id: campaignId, workflowId: campaign } = await world.dataSource.manager.findOneByOrFail(CampaignEntity, {
    id: world.campaignId,
  });
  const runs = [
    ['writeBranchRun', present(branches[0]).runId, 'branch_runs'],
    ['writeOrganisationRun', organisationRunId, 'organisation_runs'],
    ['writeCampaign', campaignId, 'campaigns'],
    ['writeSpotCheck', idOf(campaignId, 'spot-check', 1), 'spot_checks'],
  ] as const;
  for (const [name, runId, table] of runs) {
    const [{ version: expectedVersion }] = await world.dataSource.query<[{ version: number }]>(
      `SELECT version FROM ${table} WHERE id = ?`,
      [runId],
    );
    const what = { kind: 'revive', at, revival };
    await world.call(name, { runId, expectedVersion, operationKey: 'revived/spec', requestDigest: '', what });
    const open = { runId, expectedVersion: 0, operationKey: 'opened', requestDigest: '', what: { kind: 'open', at } };
    const { untold } = (await world.call(name, open)) as RunAnswer<unknown>;
    await world.call('tell', { ...present(untold?.[0]), sourceRunId: runId, sourceWorkflowId: campaign });
  }
  await world.call('catchUp', { runId: organisationRunId, workflowId: organisationWorkflowId });
  await world.call('noteDropped', { workflowId: campaign, runId: 'spec', no: 1, at });
}

describe('every writing activity', () => {
  const ran = new Map<string, number>();
  let world: LocalWorld;
  afterEach(() => world?.close());

  it('has its cases', () => {
    const instances = [...LOCAL_WRITES, ErrandActivities].map(({ prototype }) => Object.create(prototype) as object);
    expect(keys(CASES).sort()).toEqual(keys(activitiesOf(...instances)).sort());
  });

  it('runs twice like once, through three rounds', async () => {
    world = await doubledWorld(2, ran);
    const handOvers = await playRecognisedRound(world);
    const closed = present(handOvers.branches[0]).workflowId;
    const news = { topic: 'registration-silent' };
    await world.call('tellRun', { workflowId: closed, messageId: idOf('spec'), receivedAt: handOvers.now, news });
    expect(await world.dataSource.manager.countBy(RefusalEntity, { code: 'run-closed' })).toBe(1);
    await revivals(world, handOvers);
    await playTwoMoreRounds(world);
  }, 240_000);

  it('runs twice like once, where passes are lost that the next round took over', async () => {
    world = await doubledWorld(2, ran);
    await losePasses(world);
  }, 240_000);

  it('runs twice like once, where a branch is dissolved in two rounds', async () => {
    world = await doubledWorld(2, ran);
    await dissolveInBoth(world);
  }, 240_000);

  it('runs twice like once, where every hand-over comes back', async () => {
    world = await doubledWorld(3, ran);
    await returnEveryHandOver(world);
    const cases = Object.entries(CASES).flatMap(([name, kinds]) => kinds.map((kind) => `${name}/${kind}`));
    expect(cases.filter((key) => !ran.has(key))).toEqual([]);
  }, 240_000);

  it('would be caught if it wrote one row more, or counted up', async () => {
    world = await LocalWorld.open();
    const { manager } = world.dataSource;
    const at = '2020-12-31T02:00:00.000Z';
    const refuse = (id: string) =>
      manager
        .createQueryBuilder()
        .insert()
        .into(RefusalEntity)
        .values({ id, command: TELLING, code: 'spec', recordedAt: at, writtenAt: at })
        .orIgnore()
        .execute();
    await expect(runsTwiceLikeOnce(world.dataSource, () => refuse(idOf('spec')))).resolves.toBeDefined();
    await expect(runsTwiceLikeOnce(world.dataSource, () => refuse(randomId()))).rejects.toThrow(/^refusals: \+ /);
    const count = () => world.dataSource.query('UPDATE campaigns SET version = version + 1');
    await expect(runsTwiceLikeOnce(world.dataSource, count)).rejects.toThrow(/^campaigns: \+ /);
  }, 240_000);
});
