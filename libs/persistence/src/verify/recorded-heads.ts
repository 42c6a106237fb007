/** Checks the streams against the lists of heads put on record: none is shorter, none says another thing. */
import type { EntityManager } from 'typeorm';
import {
  countStreams,
  HEADS_RECORDED,
  headsDigest,
  type HeadsRecorded,
  type RecordedHead,
} from '../record/recorded-heads';
import { select } from '../read/select';
import { type Findings, placeOf, streamPlace } from './findings';
import { type ReadEvent, readEvents } from './streams';

/**
 * Of a chain that is broken anyway its own fault is enough. Each list of heads is the one of which the campaign's stream
 * holds the digest.
 */
export async function checkRecordedHeads(
  m: EntityManager,
  findings: Findings,
  { campaignId, stream, broken }: { campaignId: string; stream: string; broken: ReadonlySet<string> },
): Promise<void> {
  if (broken.has(stream)) return;
  const records = (await readEvents(m, stream)).filter(({ type }) => type === HEADS_RECORDED);
  for (const event of records) {
    const fault = await listFault(m, campaignId, event);
    if (fault) findings.fault('chains', placeOf(event), fault);
  }
  await checkTotals(m, findings, { campaignId, stream, last: records.at(-1), named: broken.size });
  for (const { stream: name, sequence, last } of await readContradictions(m, campaignId)) {
    if (broken.has(name)) continue;
    const there = Number(last ?? 0);
    const [at, message] =
      there < sequence
        ? [there + 1, `专项工作台账记有第 ${sequence} 条，现在只有 ${there} 条：末尾被截去`]
        : [sequence, `与专项工作台账所记的第 ${sequence} 条摘要不符：事后被改写`];
    findings.fault('chains', { ...streamPlace(name), sequence: at }, message);
  }
}

async function listFault(m: EntityManager, campaignId: string, event: ReadEvent): Promise<string | null> {
  const said = payloadOf(event);
  const heads = await select<RecordedHead>(
    m,
    'SELECT stream, sequence, hash FROM recorded_heads WHERE campaign_id = ? AND record_no = ? ORDER BY stream',
    [campaignId, said.no],
  );
  if (heads.length === said.heads && headsDigest(heads) === said.digest) return null;
  return `第 ${said.no} 次所记链首 ${said.heads} 条，清单有 ${heads.length} 条或内容不同，与摘要不符`;
}

async function checkTotals(
  m: EntityManager,
  findings: Findings,
  {
    campaignId,
    stream,
    last,
    named,
  }: { campaignId: string; stream: string; last: ReadEvent | undefined; named: number },
): Promise<void> {
  const said = last ? payloadOf(last) : { no: 0, streams: 0 };
  const streams = await countStreams(m, campaignId);
  const [row] = await select<{ records: number | null }>(
    m,
    'SELECT MAX(record_no) AS records FROM recorded_heads WHERE campaign_id = ?',
    [campaignId],
  );
  const place = last ? placeOf(last) : streamPlace(stream);
  // a chain that is named already may be the one whose head is missing
  if (streams + named < said.streams) {
    findings.fault('chains', place, `曾有 ${said.streams} 条链，现在只有 ${streams} 条`);
  }
  if ((row?.records ?? 0) > said.no) {
    findings.fault('chains', place, `链首清单有第 ${row?.records} 次，专项工作台账只记到第 ${said.no} 次`);
  }
}

interface Contradiction {
  readonly stream: string;
  readonly sequence: number;
  readonly last: number | null;
}

async function readContradictions(m: EntityManager, campaignId: string): Promise<Contradiction[]> {
  return select<Contradiction>(
    m,
    `SELECT r.stream, MIN(r.sequence) AS sequence,
            (SELECT MAX(l.sequence) FROM process_events l WHERE l.stream = r.stream) AS last
       FROM recorded_heads r LEFT JOIN process_events e ON e.stream = r.stream AND e.sequence = r.sequence
      WHERE r.campaign_id = ? AND (e.hash IS NULL OR e.hash <> r.hash) GROUP BY r.stream ORDER BY r.stream`,
    [campaignId],
  );
}

function payloadOf(event: ReadEvent): HeadsRecorded {
  return event.record?.payload as HeadsRecorded;
}
