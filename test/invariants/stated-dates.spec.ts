import type { Stated } from '../support/branch-hand-overs';
import { HandOvers } from '../support/hand-overs';
import { LocalWorld } from '../support/local-world';
import { present } from '../support/present';
import { PublicationEntity, publicationList, RecognitionEntity } from '@app/persistence';
import type { Programme } from '@app/domain';
import { Tampering } from '../support/tampering';

const TOO_EARLY = 'happened-too-early';

/** What people state of the past is asked by one rule when it is written, and again over the whole record. */
describe('dates that people state', () => {
  let world: LocalWorld;
  let handOvers: HandOvers;
  const open = async (opening: Parameters<typeof LocalWorld.open>[0] = {}) => {
    world = await LocalWorld.open(opening);
    handOvers = await HandOvers.of(world);
    await handOvers.openRound();
    await handOvers.surveyAndPlan();
    await handOvers.goTo('2020-10-12T02:00:00.000Z');
    for (const branch of handOvers.branches) await handOvers.apply(branch);
    for (const branch of handOvers.branches) await handOvers.assess(branch);
    await handOvers.goTo('2020-11-20T02:00:00.000Z');
    await handOvers.submitConclusions();
  };
  afterEach(() => world.close());

  const decide = (decidedOn: string, stated: Stated = {}) => handOvers.decide({ decidedOn, stated });
  /** Registered and rechecked later than it was, of which the dates are stated. */
  const decideAndRegister = async () => {
    await decide('2020-11-20');
    await handOvers.sendFiling();
    await handOvers.goTo('2020-11-25T02:00:00.000Z');
    await handOvers.registerFiling({ stated: { happenedOn: '2020-11-23' } });
    await handOvers.untilBranchesAre('draw-waiting');
    await handOvers.goTo('2020-12-02T02:00:00.000Z');
    const later = () => handOvers.goTo('2020-12-04T02:00:00.000Z');
    const lateEntry = { paper: '复核记录', paperDate: '2020-12-02' };
    await handOvers.inspect(1, handOvers.branches, {
      verdict: 'upheld',
      before: later,
      stated: { happenedOn: '2020-12-02', lateEntry },
    });
    await handOvers.untilBranchesAre('publication-waiting');
  };
  const officer = () => present(handOvers.committee[0]);
  const publish = async (stated: Stated = {}) => {
    const { campaignId, dataSource } = world;
    const { digest } = await publicationList(dataSource.manager, { campaignId, year: 2020, no: 1 });
    await handOvers.say(officer(), handOvers.campaignWorkflowId, {
      name: 'openPublication',
      input: { year: 2020, digest },
      stated,
    });
    return dataSource.manager.findOneByOrFail(PublicationEntity, { digest });
  };
  const recognise = (publicationId: string, decidedOn: string) => {
    const decision = { publicationId, documentNumber: `苏委工〔${decidedOn.slice(0, 4)}〕9号`, decidedOn };
    return handOvers.say(officer(), handOvers.campaignWorkflowId, { name: 'recordRecognition', input: decision });
  };
  const warnings = async () => (await world.dataSource.manager.find(RecognitionEntity)).map((row) => row.warnings);
  const faultsOf = async (forge: (tampering: Tampering) => Promise<void>) => {
    const tampering = await Tampering.on(world);
    try {
      expect(await tampering.faults()).toEqual([]);
      await forge(tampering);
      return (await tampering.faults()).filter(({ check }) => check === 'dates' || check === 'recognitions');
    } finally {
      await tampering.close();
    }
  };

  it('a decision is not of before the list it decides on; the filing after it not of before the decision', async () => {
    await open();
    const details = { pointer: '/decidedOn', basis: { fact: '报送结论名单', on: '2020-11-20' } };
    await expect(decide('2020-11-19')).rejects.toMatchObject({ code: TOO_EARLY, details });
    await expect(decide('2019-01-02')).rejects.toMatchObject({ code: TOO_EARLY });
    await expect(decide('2020-11-20', { happenedOn: '2020-11-10' })).rejects.toMatchObject({ code: TOO_EARLY });
    await handOvers.goTo('2020-11-24T02:00:00.000Z');
    await decide('2020-11-23');
    const send = (happenedOn: string) => handOvers.sendFiling({ happenedOn });
    await expect(send('2020-11-22')).rejects.toMatchObject({ code: TOO_EARLY });
    await send('2020-11-23');
    const faults = await faultsOf((tampering) =>
      tampering.reforgePayload(handOvers.organisationWorkflowId, 'decision-recorded', { decidedOn: '2019-01-02' }),
    );
    expect(faults).toMatchObject([
      {
        check: 'dates',
        stream: handOvers.organisationWorkflowId,
        message: expect.stringContaining('2020年4月17日') as string,
      },
    ]);
  }, 240_000);

  it('a publication begins when it is opened; a recognition is of after that, and says where that was not over', async () => {
    await open();
    await decideAndRegister();
    for (const happenedOn of ['2020-12-01', '2020-12-03']) {
      const refused = { code: 'invalid-input', details: { pointer: '/happenedOn' } };
      await expect(publish({ happenedOn })).rejects.toMatchObject(refused);
    }
    const { id, endsOn } = await publish();
    expect(endsOn).toBe('2020-12-11');
    await handOvers.goTo('2020-12-18T02:00:00.000Z');
    for (const [decidedOn, on] of [
      ['2020-12-04', '2020-12-04'],
      ['2020-11-22', '2020-12-04'],
      ['2019-01-02', '2020-04-17'],
    ] as const) {
      const details = { pointer: '/decidedOn', basis: { on } };
      await expect(recognise(id, decidedOn)).rejects.toMatchObject({ code: TOO_EARLY, details });
    }
    await expect(recognise(id, '2099-12-31')).rejects.toMatchObject({ code: 'happened-in-future' });
    const unknown = { code: 'not-found', details: { pointer: '/publicationId' } };
    await expect(recognise(world.campaignId, endsOn)).rejects.toMatchObject(unknown);
    await recognise(id, endsOn);
    expect(await warnings()).toEqual([['publication']]);
    const faults = await faultsOf(async (tampering) => {
      const change = { decidedOn: '2020-11-22', warnings: [] };
      await tampering.reforgePayload(handOvers.campaignWorkflowId, 'recognition-recorded', change);
      await tampering.run(`UPDATE recognitions SET decided_on = '2020-11-22', warnings = '[]'`);
    });
    expect(faults.filter(({ check }) => check === 'dates')).toHaveLength(1);
    const messages = faults.map(({ message }) => message);
    expect(messages).toContain('认定日期 2020-11-22 早于备案登记之日 2020-11-23');
    expect(messages).toContain(`认定日期 2020-11-22 时公示尚未期满（${endsOn}）`);
  }, 240_000);

  it('a publication that was dated back is named', async () => {
    await open();
    await decideAndRegister();
    await publish();
    const faults = await faultsOf((tampering) =>
      tampering.reforge(handOvers.campaignWorkflowId, (records) =>
        records.map((record) =>
          record.type === 'publication-opened' ? { ...record, happenedAt: '2020-12-01' } : record,
        ),
      ),
    );
    expect(faults).toMatchObject([{ check: 'dates', message: expect.stringContaining('不能补填日期') as string }]);
  }, 240_000);

  it('once a document has introduced the publication, nobody is recognised before it is over', async () => {
    const introducedBy = '苏委工〔2020〕6号';
    const alter = ({ assessment, ...programme }: Programme): Programme => ({
      ...programme,
      assessment: {
        ...assessment,
        gates: assessment.gates.map((gate) =>
          gate.name === 'publication' ? { ...gate, source: { ...gate.source, introducedBy } } : gate,
        ),
      },
    });
    await open({ key: 'introduced', alter });
    await decideAndRegister();
    const { id, endsOn } = await publish();
    await handOvers.goTo('2020-12-18T02:00:00.000Z');
    const details = { pointer: '/decidedOn', basis: { fact: '公示期满', on: endsOn } };
    await expect(recognise(id, endsOn)).rejects.toMatchObject({ code: TOO_EARLY, details });
    await recognise(id, '2020-12-14');
    expect(await warnings()).toEqual([[]]);
    expect(await faultsOf(() => Promise.resolve())).toEqual([]);
  }, 240_000);
});
