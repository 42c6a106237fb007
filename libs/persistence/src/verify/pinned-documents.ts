/** Checks every document that an event pins against the digest that was pinned; it is there and sealed. */
import { In } from 'typeorm';
import { digestOf } from '../record/digest';
import { DocumentEntity } from '../tables/document.entity';
import { type Findings, firstDifference, placeOf } from './findings';
import type { CheckedRun } from './folded-rows';
import type { Snapshot } from './snapshot';
import type { ReadEvent } from './streams';

export async function checkDocuments({ m }: Snapshot, findings: Findings, runs: readonly CheckedRun[]): Promise<void> {
  const pins = runs.flatMap(({ events }) =>
    events.flatMap((event) => {
      const pin = event.record?.payload as {
        documentId?: string;
        remarksId?: string;
        reasonId?: string;
        digest?: string;
        reasonDigest?: string;
      };
      const pinned = [
        { event, id: pin.documentId ?? pin.remarksId ?? pin.reasonId, digest: pin.digest },
        { event, id: pin.reasonId, digest: pin.reasonDigest },
      ];
      return pinned.flatMap(({ id, digest }) => (id && digest ? [{ event, id, digest }] : []));
    }),
  );
  if (pins.length === 0) return;
  const found = await m.findBy(DocumentEntity, { id: In(pins.map(({ id }) => id)) });
  const rows = new Map(found.map((row) => [row.id, row]));
  for (const { event, id, digest } of pins) {
    findings.looked('documents');
    const fault = documentFault(rows.get(id), digest) ?? statedFault(rows.get(id), event);
    if (fault) findings.fault('documents', placeOf(event), `文件 ${id}：${fault}`);
  }
}

function documentFault(row: DocumentEntity | undefined, digest: string): string | null {
  if (!row) return '台账有记载，没有这份文件';
  if (row.digest !== digest) return '摘要与台账不符';
  if (digestOf(row.body) !== digest) return '内容与摘要不符';
  return row.frozenAt === null ? '已提交而没有封存' : null;
}

/** What was stated with a survey decides how its organisation's date was met. */
function statedFault(row: DocumentEntity | undefined, { type, record }: ReadEvent): string | null {
  if (!row || type !== 'survey-submitted') return null;
  const { lateEntry } = record?.payload as { lateEntry?: { paperDate: string } };
  const difference = firstDifference(
    { 发生日期: record?.happenedAt ?? null, 材料日期: lateEntry?.paperDate ?? null },
    { 发生日期: row.happenedOn, 材料日期: row.paperDate },
  );
  return difference && `补录申报 ${difference}`;
}
