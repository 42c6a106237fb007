import { CALENDAR_STREAM, inTransaction, KeeperEntity, problemStream, recordHeads } from '@app/persistence';
import { systemClock } from '@app/platform';
import type { HandOvers } from '../support/hand-overs';
import { problemIdOf } from '../support/history';
import type { LocalWorld } from '../support/local-world';
import { present } from '../support/present';
import { onTamperedRound } from '../support/tampered-round';
import { Tampering } from '../support/tampering';

/** What a stream that is cut off with its head and its row set back can contradict: the campaign's stream. */
describe('heads on record', () => {
  let world: LocalWorld;
  let handOvers: HandOvers;
  let tampering: Tampering;
  let stream: string;
  const record = async () => {
    const { campaignId, dataSource } = world;
    const { id: keeperId } = await dataSource.manager.findOneByOrFail(KeeperEntity, { campaignId });
    const order = { campaignId, keeperId, at: handOvers.now, writtenAt: systemClock.now() };
    return inTransaction(dataSource, (m) => recordHeads(m, order));
  };
  onTamperedRound(async (round) => {
    ({ world, handOvers, tampering } = round);
    stream = problemStream(problemIdOf(handOvers));
    await tampering.close();
    await record();
    tampering = await Tampering.on(world);
    (round as { tampering: Tampering }).tampering = tampering;
  });

  const chains = async () => (await tampering.faults()).filter(({ check }) => check === 'chains');
  const cut = async () => {
    const { sequence } = await tampering.placeOf(stream);
    await tampering.reforge(stream, (records) => records.slice(0, -1));
    await tampering.run(
      `UPDATE problems SET state = 'owned', verifier_id = NULL, closed_at = NULL, version = version - 1 WHERE id = ?`,
      [problemIdOf(handOvers)],
    );
    return sequence;
  };

  it('are sound as they were written, and are written once', async () => {
    expect(await tampering.faults()).toEqual([]);
    expect(await record()).toBe(0);
  });

  it('name the stream of a register whose last event was cut off with head and row, and its sequence', async () => {
    const sequence = await cut();
    expect(await chains()).toEqual([
      expect.objectContaining({ stream, sequence, message: expect.stringContaining('末尾被截去') as string }),
    ]);
  });

  it('name a stream that was written anew with a sound chain, and one that is gone', async () => {
    await tampering.reforgePayload(stream, 'problem-closed', { remark: '改写' });
    const { sequence } = await tampering.placeOf(stream);
    expect(await chains()).toMatchObject([
      { stream, sequence, message: expect.stringContaining('事后被改写') as string },
    ]);
    await tampering.restore();
    for (const table of ['process_events', 'stream_heads'])
      await tampering.run(`DELETE FROM ${table} WHERE stream = ?`, [stream]);
    const gone = await chains();
    expect(gone).toContainEqual(expect.objectContaining({ stream, sequence: 1 }));
    expect(gone.map(({ message }) => message)).toContainEqual(expect.stringContaining('条链，现在只有'));
  });

  it('name a stream of no campaign that was cut: the last holiday notice is not taken back', async () => {
    const { sequence } = await tampering.placeOf(CALENDAR_STREAM);
    await tampering.reforge(CALENDAR_STREAM, (records) => records.slice(0, -1));
    expect(await chains()).toEqual([
      expect.objectContaining({
        ...{ stream: CALENDAR_STREAM, sequence, message: expect.stringContaining('末尾被截去') as string },
      }),
    ]);
  });

  it('are those of each campaign, though it shares streams with another', async () => {
    await tampering.run(`UPDATE recorded_heads SET campaign_id = REPEAT('f', 16)`);
    await tampering.reforge(handOvers.campaignWorkflowId, (records) =>
      records.filter(({ type }) => type !== 'stream-heads-recorded'),
    );
    await tampering.run('UPDATE stream_heads SET changed_at = NOW(3)');
    expect(await record()).toBeGreaterThan(0);
    expect(await tampering.faults()).toEqual([]);
  });

  it('cannot be taken back in their list alone: the campaign’s chain holds its digest', async () => {
    await cut();
    await tampering.run('DELETE FROM recorded_heads WHERE stream = ?', [stream]);
    const named = await chains();
    expect(named.length).toBeGreaterThan(0);
    for (const fault of named) {
      expect(fault).toMatchObject({ stream: handOvers.campaignWorkflowId });
      expect(fault.message).toContain('与摘要不符');
    }
  });

  it('nor by cutting the campaign’s own stream: a list that no record holds is named', async () => {
    await tampering.reforge(handOvers.campaignWorkflowId, (records) =>
      records.filter(({ type }) => type !== 'stream-heads-recorded'),
    );
    expect(await chains()).toContainEqual(
      expect.objectContaining({
        stream: handOvers.campaignWorkflowId,
        message: expect.stringContaining('只记到第 0 次') as string,
      }),
    );
  });

  it('are recorded of what moved since the last record only', async () => {
    const { dataSource } = world;
    const [{ n: before }] = await dataSource.query<[{ n: string }]>('SELECT COUNT(*) AS n FROM recorded_heads');
    const branch = present(handOvers.branches[0]).workflowId;
    await tampering.reforge(branch, (records) => [...records, { ...present(records.at(-1)), operationKey: 'more' }]);
    await tampering.run('UPDATE stream_heads SET changed_at = NOW(3) WHERE stream = ?', [branch]);
    expect(await record()).toBe(1);
    const [{ n: after }] = await dataSource.query<[{ n: string }]>('SELECT COUNT(*) AS n FROM recorded_heads');
    expect(Number(after) - Number(before)).toBe(1);
  });
});
