import type { HandOvers } from '../support/hand-overs';
import { present } from '../support/present';
import type { Tampering } from '../support/tampering';
import { onTamperedRound } from '../support/tampered-round';

describe('the record', () => {
  let handOvers: HandOvers;
  let tampering: Tampering;
  let branch: string;
  onTamperedRound((round) => {
    ({ handOvers, tampering } = round);
    branch = present(handOvers.branches[0]).workflowId;
  });

  const chainFaults = async () => (await tampering.faults()).filter(({ check }) => check === 'chains');

  it('is sound as it was written, and says how much was looked at', async () => {
    expect(await tampering.faults()).toEqual([]);
  });

  it('names the event of which one byte was changed', async () => {
    const place = await tampering.placeOf(branch, 'assessment-concluded');
    await tampering.run(
      `UPDATE process_events SET canonical = INSERT(canonical, LOCATE('"score":', canonical) + 8, 1, '8')
        WHERE stream = ? AND sequence = ?`,
      [branch, place.sequence],
    );
    expect(await tampering.faults()).toEqual([{ check: 'chains', ...place, message: '内容与摘要不符' }]);
  });

  it('names the event after one that was changed together with its hash', async () => {
    const place = await tampering.placeOf(branch, 'assessment-concluded');
    await tampering.run(
      `UPDATE process_events SET canonical = REPLACE(canonical, '"passed"', '"failed"'),
          hash = SHA2(REPLACE(canonical, '"failed"', '"failed"'), 256) WHERE stream = ? AND sequence = ?`,
      [branch, place.sequence],
    );
    const next = { stream: branch, sequence: place.sequence + 1 };
    expect(await chainFaults()).toMatchObject([{ ...next, message: '所记前一条摘要与前一条不符' }]);
  });

  it.each(['assessment-signed', 'branch-run-opened', 'deadline-opened'])('names a deleted %s', async (type) => {
    const { sequence } = await tampering.placeOf(branch, type);
    const [{ at }] = await tampering.owner.query<[{ at: Date }]>(
      `SELECT recorded_at AS at FROM process_events WHERE stream = ? AND sequence IN (?, ?) ORDER BY sequence LIMIT 1`,
      [branch, sequence - 1, sequence + 1],
    );
    await tampering.run('DELETE FROM process_events WHERE stream = ? AND sequence = ?', [branch, sequence]);
    const date = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    expect(await tampering.faults()).toEqual([
      { check: 'chains', stream: branch, sequence, date, message: `缺少第 ${sequence} 条` },
    ]);
  });

  it('names what was cut off at the end', async () => {
    const { sequence } = await tampering.placeOf(branch);
    await tampering.run('DELETE FROM process_events WHERE stream = ? AND sequence >= ?', [branch, sequence - 1]);
    const before = await tampering.placeOf(branch);
    const missing = { check: 'chains', stream: branch, sequence: sequence - 1, date: before.date };
    expect(await tampering.faults()).toEqual([{ ...missing, message: '末尾缺少 2 条' }]);
  });

  it('names a stream of which only the head is left, and the row it belongs to', async () => {
    await tampering.run('DELETE FROM process_events WHERE stream = ?', [branch]);
    const faults = await tampering.faults();
    expect(faults).toContainEqual(expect.objectContaining({ check: 'chains', stream: branch, sequence: 1 }));
    expect(faults).toContainEqual(
      expect.objectContaining({ check: 'rows', stream: branch, message: '有行，台账没有记载' }),
    );
  });

  it('names two events that changed places', async () => {
    const { sequence } = await tampering.placeOf(branch, 'assessment-signed');
    const swap = (from: number, to: number) =>
      tampering.run('UPDATE process_events SET sequence = ? WHERE stream = ? AND sequence = ?', [to, branch, from]);
    await swap(sequence, 9999);
    await swap(sequence + 1, sequence);
    await swap(9999, sequence + 1);
    expect((await chainFaults()).map((fault) => fault.sequence)).toEqual([sequence, sequence + 1]);
  });

  it('names an event whose columns say something else than its text', async () => {
    const place = await tampering.placeOf(branch, 'branch-recognised');
    await tampering.run(`UPDATE process_events SET type = 'branch-published' WHERE stream = ? AND sequence = ?`, [
      branch,
      place.sequence,
    ]);
    expect(await tampering.faults()).toMatchObject([{ check: 'chains', ...place }]);
  });

  it.each([
    ['a head with another hash', 'UPDATE stream_heads SET hash = REPEAT(0, 64) WHERE stream = ?'],
    ['a head that is behind', 'UPDATE stream_heads SET sequence = sequence - 1 WHERE stream = ?'],
    ['a missing head', 'DELETE FROM stream_heads WHERE stream = ?'],
  ])('names %s', async (_, sql) => {
    await tampering.run(sql, [branch]);
    expect(await tampering.faults()).toMatchObject([{ check: 'chains', ...(await tampering.placeOf(branch)) }]);
  });

  it('names a fault in what belongs to no campaign: the calendar', async () => {
    await tampering.run(`UPDATE process_events SET canonical = CONCAT(canonical, ' ') WHERE stream = 'calendar'`);
    expect((await chainFaults()).every(({ stream }) => stream === 'calendar')).toBe(true);
    expect(await chainFaults()).not.toEqual([]);
  });
});
