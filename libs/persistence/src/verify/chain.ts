/** Checks the hashes and numbers of each stream against its texts, its links and its head. */
import type { EntityManager } from 'typeorm';
import { canonicalJson, sha256Hex } from '../record/digest';
import { GENESIS_HASH } from '../record/event-log';
import { HEADS_RECORDED } from '../record/recorded-heads';
import { type Findings, placeOf, streamPlace } from './findings';
import { readEventlessHeads, type ReadEvent, type ReadStream } from './streams';

/**
 * Checks one chain: no gap, each text hashes to its hash and says the place it stands at, each holds the hash before, and
 * the head holds the last. Answers whether the chain is whole; at most one fault is named for each event.
 */
export function checkChain(findings: Findings, { stream, events, head }: ReadStream): boolean {
  let whole = true;
  let before: ReadEvent | null = null;
  // the hash that the next event must hold; null after a fault that is named already
  let link: string | null = GENESIS_HASH;
  for (const event of events) {
    // how often heads are put on record says nothing of the campaign
    if (event.type !== HEADS_RECORDED) findings.looked('chains');
    const expected: number = (before?.sequence ?? 0) + 1;
    if (event.sequence !== expected) {
      const { date } = placeOf(before ?? event);
      findings.fault('chains', { stream, sequence: expected, date }, `缺少第 ${expected} 条`);
      whole = false;
      link = null;
    }
    const fault = faultOf(event, link);
    if (fault !== null) {
      findings.fault('chains', placeOf(event), fault);
      whole = false;
    }
    link = fault === null ? event.hash : null;
    before = event;
  }
  const last = events.at(-1);
  if (!last) return whole;
  if (head === null) {
    findings.fault('chains', placeOf(last), '没有链首记录');
    return false;
  }
  if (head.sequence > last.sequence) {
    const { date } = placeOf(last);
    const missing = head.sequence - last.sequence;
    findings.fault('chains', { stream, sequence: last.sequence + 1, date }, `末尾缺少 ${missing} 条`);
    return false;
  }
  if (head.sequence < last.sequence || head.hash !== last.hash) {
    findings.fault('chains', placeOf(last), '链首记录与最后一条不一致');
    return false;
  }
  return whole;
}

/** Streams whose head is all that is left. */
export async function checkHeads(m: EntityManager, findings: Findings, campaignId: string): Promise<void> {
  for (const { stream, n } of await readEventlessHeads(m, campaignId)) {
    findings.fault('chains', { ...streamPlace(stream), sequence: 1 }, `链首记录有 ${n} 条，台账一条也没有`);
  }
}

function faultOf(event: ReadEvent, previousHash: string | null): string | null {
  const { record } = event;
  if (sha256Hex(event.canonical) !== event.hash) return '内容与摘要不符';
  if (record === null) return '内容不是台账事件';
  if (canonicalJson(record) !== event.canonical) return '内容不是规范文本';
  const said = [record.stream, record.sequence, record.campaign, record.type, record.recordedAt].join('\u0000');
  const stands = [event.stream, event.sequence, event.campaignId, event.type, event.recordedAt].join('\u0000');
  if (said !== stands) return `内容为 ${record.stream} 第 ${record.sequence} 条 ${record.type}，与所在行不符`;
  if (previousHash !== null && record.previousHash !== previousHash) return '所记前一条摘要与前一条不符';
  return null;
}
