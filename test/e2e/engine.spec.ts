import { randomUUID } from 'node:crypto';
import { IsNull, Not } from 'typeorm';
import { ErrandActivities, RightOfWay, RunActivities } from '@app/activities';
import { keeperWorkflowId } from '@app/contracts';
import type { Instant } from '@app/domain';
import {
  BranchRunEntity,
  DeadlineEntity,
  NoticeEntity,
  ProcessEventEntity,
  RefusalEntity,
  RunOperationEntity,
} from '@app/persistence';
import { systemClock } from '@app/platform';
import type { BranchWithRun } from '../support/branch-hand-overs';
import { HandOvers } from '../support/hand-overs';
import { present } from '../support/present';
import { World } from '../support/world';

describe('processes on the real engine', () => {
  let world: World;
  let handOvers: HandOvers;
  let branch: BranchWithRun;

  beforeAll(async () => {
    world = await World.open();
    handOvers = await HandOvers.of(world);
    await handOvers.openRound();
    branch = present(handOvers.branches[0]);
  }, 240_000);
  afterAll(() => world.close());

  const events = (stream: string) =>
    world.dataSource.manager.find(ProcessEventEntity, { where: { stream }, order: { sequence: 'ASC' } });
  const eventTypes = async (stream: string) => (await events(stream)).map(({ type }) => type);

  it('refuses a wrong step in the validator and leaves no trace in the engine', async () => {
    await expect(
      handOvers.say(branch.secretary, branch.workflowId, {
        name: 'submitSurvey',
        input: { documentId: 'x', digest: 'x' },
      }),
    ).rejects.toMatchObject({ code: 'wrong-step', details: { step: 'survey-opening' } });
    const { events: history } = await world.engine.workflow.getHandle(branch.workflowId).fetchHistory();
    expect(history?.filter((event) => event.workflowExecutionUpdateAcceptedEventAttributes)).toEqual([]);
  });

  it('answers the same key again without doing it again', async () => {
    const send = () => handOvers.say(handOvers.officer, branch.workflowId, { name: 'openSurvey' });
    expect(await send()).toEqual(await send());
    expect((await eventTypes(branch.workflowId)).filter((type) => type === 'survey-opened')).toHaveLength(1);
  });

  it('keeps the refusal of a local write: asked once, never retried, the same for the same key', async () => {
    const { id: documentId } = await handOvers.newest(branch.runId, 'survey');
    const submit = () =>
      handOvers.say(branch.secretary, branch.workflowId, {
        name: 'submitSurvey',
        input: { documentId, digest: '0'.repeat(64) },
      });
    await expect(submit()).rejects.toMatchObject({ code: 'digest-mismatch', details: { pointer: '/digest' } });
    await expect(submit()).rejects.toMatchObject({ code: 'digest-mismatch' });
    const kept = await world.dataSource.manager.findBy(RunOperationEntity, { runId: branch.runId });
    expect(kept.filter(({ outcome }) => (outcome as { refusal: unknown }).refusal !== null)).toHaveLength(1);
    expect((await rowOf(branch)).step).toBe('survey-writing');
  });

  it('refuses the key of one request for another content', async () => {
    const runs = new RunActivities(world.dataSource, systemClock, new RightOfWay());
    const { version } = await rowOf(branch);
    const [known] = await world.dataSource.manager.findBy(RunOperationEntity, { runId: branch.runId, version });
    const { operationKey } = present(known);
    const answer = await runs.write('branch-run', {
      runId: branch.runId,
      expectedVersion: version,
      operationKey,
      requestDigest: 'f'.repeat(64),
      what: { kind: 'command', command: { name: 'openSurvey', input: {} }, attribution: attributionNow() },
    });
    expect(answer.refusal).toMatchObject({ code: 'idempotency-key-reused' });
    expect((await rowOf(branch)).version).toBe(version);
  });

  it('lets one of two conflicting hand-overs through, whichever came first', async () => {
    const body = { answers: DIMENSIONS.map((dimension) => ({ dimension, found: false })) };
    const survey = await handOvers.draft(branch.runId, 'survey', { body, author: branch.secretary });
    await handOvers.say(branch.secretary, branch.workflowId, { name: 'submitSurvey', input: survey });
    const outcomes = await Promise.allSettled([
      handOvers.say(handOvers.officer, branch.workflowId, {
        name: 'confirmSurvey',
        input: { surveyClass: 'advanced' },
      }),
      handOvers.say(handOvers.officer, branch.workflowId, { name: 'confirmSurvey', input: { surveyClass: 'behind' } }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'wrong-step' } });
    expect((await eventTypes(branch.workflowId)).filter((type) => type === 'survey-confirmed')).toHaveLength(1);
  });

  it('acts on a rung or finds it met, never both, when both come at the same moment', async () => {
    const other = present(handOvers.branches[1]);
    for (const one of [other]) await handOvers.survey(one);
    await handOvers.planOrganisation();
    const { manager } = world.dataSource;
    const deadline = () => manager.findOneByOrFail(DeadlineEntity, { runId: branch.runId, kind: 'branch-plan' });
    const rung = present((await deadline()).nextRungAt ?? undefined);
    await handOvers.goTo(earlier(rung, 1));
    handOvers.now = rung;
    await Promise.all([world.goTo(rung), handOvers.planBranch(branch)]);
    const { metAt, rungs, id } = await deadline();
    expect(metAt).toBe(rung);
    const fired = rungs.filter(([, , state]) => typeof state === 'string').map(([name]) => name);
    const told = await manager.findBy(NoticeEntity, { deadlineId: id, rung: Not(IsNull()) });
    const recorded = (await events(branch.workflowId)).filter(({ type }) => type === 'rung-fired');
    expect(new Set(told.map((notice) => notice.rung))).toEqual(new Set(fired));
    expect(recorded).toHaveLength(fired.length);
    const unmet = await manager.findOneByOrFail(DeadlineEntity, { runId: other.runId, kind: 'branch-plan' });
    expect(unmet.rungs.some(([, , state]) => state === rung)).toBe(true);
  });

  it('records once that news found its run closed, and does not try again', async () => {
    const keeper = keeperWorkflowId(world.campaign.setting.campaignKey, 'nobody');
    const errands = new ErrandActivities(world.dataSource, systemClock, world.engine);
    const news = {
      workflowId: keeper,
      messageId: randomUUID(),
      receivedAt: handOvers.now,
      news: { topic: 'round-closed' },
    };
    await errands.tellRun(news);
    await errands.tellRun(news);
    expect(await world.dataSource.manager.findBy(RefusalEntity, { code: 'run-closed' })).toMatchObject([
      { campaignId: world.campaignId, actor: null, command: 'tellNews' },
    ]);
  });

  const rowOf = ({ runId }: BranchWithRun) => world.dataSource.manager.findOneByOrFail(BranchRunEntity, { id: runId });
  const attributionNow = () => ({
    actor: handOvers.officer.personId,
    office: handOvers.officer.role,
    receivedAt: handOvers.now,
  });
});

const DIMENSIONS = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6'];

function earlier(instant: Instant, ms: number): Instant {
  return new Date(Date.parse(instant) - ms).toISOString();
}
