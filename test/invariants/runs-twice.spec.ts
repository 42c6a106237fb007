import { randomUUID } from 'node:crypto';
import { activitiesOf, ErrandActivities, LOCAL_WRITES } from '@app/activities';
import { idOf, RefusalEntity } from '@app/persistence';
import { present } from '../support/hands';
import { recognisedRound } from '../support/history';
import { type ActivityCall, LocalWorld } from '../support/local-world';
import { runsTwiceLikeOnce } from '../support/runs-twice';

/** What of each activity must have been run twice: one without a line here, and a line that nothing ran, fails. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  writeBranchRun: [
    'open',
    'openSurvey',
    'submitSurvey',
    'confirmSurvey',
    'submitBranchPlan',
    'approveBranchPlan',
    'submitAssessment',
    'openBallot',
    'closeBallot',
    'signAssessment',
    'countersignAssessment',
    'target-set',
    'listed',
    'decided',
    'filed',
    'registered',
    'drawn',
    'not-drawn',
    'rechecked',
    'published',
    'recognised',
    'round-closed',
  ],
  writeOrganisationRun: [
    'open',
    'submitOrganisationPlan',
    'submitConclusions',
    'recordDecision',
    'sendFiling',
    'registerFiling',
    'survey-submitted',
    'round-closed',
  ],
  writeCampaign: [
    'open',
    'openRound',
    'runs-started',
    'orderSpotCheck',
    'openPublication',
    'recordRecognition',
    'closeRound',
  ],
  writeSpotCheck: ['open', 'freezeSpotCheck', 'revealSpotCheck', 'concludeRecheck'],
  actOnDeadlines: ['acts'],
  tell: ['start-round', 'start-spot-check', 'branches', 'branch', 'organisation', 'organisations', 'keeper'],
  tellRun: ['acts'],
  makeDigests: ['acts'],
};

const keyOf = ({ name, input }: ActivityCall): string => {
  const { what, effect } = input as {
    what?: { kind: string; command?: { name: string }; message?: { news: { topic: string } } };
    effect?: { tell: string };
  };
  return `${name}/${what?.command?.name ?? what?.message?.news.topic ?? what?.kind ?? effect?.tell ?? 'acts'}`;
};

/** How often one case is run twice in a round: more would only take longer. */
const OFTEN_ENOUGH = 3;

describe('every writing activity', () => {
  let world: LocalWorld;
  const ran = new Map<string, number>();
  const inside: ActivityCall[] = [];
  let depth = 0;

  const twice = async <T>(call: ActivityCall, run: () => Promise<T>): Promise<T> => {
    const times = (ran.get(keyOf(call)) ?? 0) + 1;
    ran.set(keyOf(call), times);
    depth += 1;
    try {
      return times > OFTEN_ENOUGH ? await run() : await runsTwiceLikeOnce(world.dataSource, run);
    } finally {
      depth -= 1;
    }
  };

  // what runs inside another call, beside others, is run again when that one is done
  const onCall = async (call: ActivityCall, run: () => Promise<unknown>): Promise<unknown> => {
    if (!world) return run();
    if (depth > 0) {
      inside.push(call);
      return run();
    }
    const answer = await twice(call, run);
    for (const nested of inside.splice(0)) await twice(nested, () => world.call(nested.name, nested.input));
    inside.length = 0;
    return answer;
  };

  beforeAll(async () => {
    const openings: ActivityCall[] = [];
    world = await LocalWorld.open({
      onCall: async (call, run) => {
        if (!world) openings.push(call);
        return onCall(call, run);
      },
    });
    for (const opening of openings) await world.call(opening.name, opening.input);
  }, 60_000);
  afterAll(() => world.close());

  it('has its cases', () => {
    const instances = [...LOCAL_WRITES, ErrandActivities].map(({ prototype }) => Object.create(prototype) as object);
    expect(Object.keys(CASES).sort()).toEqual(Object.keys(activitiesOf(...instances)).sort());
  });

  it('runs twice like once, through a whole round', async () => {
    const hands = await recognisedRound(world);
    const closed = present(hands.branches[0]).workflowId;
    const news = { topic: 'registration-silent' };
    const untold = { workflowId: closed, messageId: idOf('spec', closed), receivedAt: hands.now, news };
    await world.call('tellRun', untold);
    expect(await world.dataSource.manager.countBy(RefusalEntity, { code: 'run-closed' })).toBe(1);
    const cases = Object.entries(CASES).flatMap(([name, kinds]) => kinds.map((kind) => `${name}/${kind}`));
    expect(cases.filter((key) => !ran.has(key))).toEqual([]);
  }, 240_000);

  it('would be caught if it wrote one row more, or counted up', async () => {
    const { manager } = world.dataSource;
    const at = '2020-12-31T02:00:00.000Z';
    const refuse = (id: string) =>
      manager
        .createQueryBuilder()
        .insert()
        .into(RefusalEntity)
        .values({ id, command: 'spec', code: 'spec', recordedAt: at, writtenAt: at })
        .orIgnore()
        .execute();
    await expect(runsTwiceLikeOnce(world.dataSource, () => refuse(idOf('spec')))).resolves.toBeDefined();
    await expect(runsTwiceLikeOnce(world.dataSource, () => refuse(randomUUID()))).rejects.toThrow(/^refusals: \+ /);
    const count = () => world.dataSource.query('UPDATE branch_runs SET attempt = attempt + 1');
    await expect(runsTwiceLikeOnce(world.dataSource, count)).rejects.toThrow(/^branch_runs: \+ /);
  });
});
