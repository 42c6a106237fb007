/** Checks every signature under a sheet against its opening: this version was read, each indicator confirmed. */
import { In } from 'typeorm';
import {
  type BranchRunEvent,
  checkOpening,
  DomainError,
  type Instant,
  type SpotCheckEvent,
  unconfirmedIndicators,
} from '@app/domain';
import { DocumentEntity, DocumentOpeningEntity } from '../tables/document.entity';
import { type Findings, placeOf } from './findings';
import type { CheckedRun } from './folded-rows';
import type { Snapshot } from './snapshot';
import type { ReadEvent } from './streams';

/** One signature under a sheet, as its event says it. */
interface Signature {
  readonly event: ReadEvent;
  readonly documentId: string;
  readonly person: string;
  readonly at: Instant;
  readonly openedAt: Instant | undefined;
  /** Whether it was the last that the sheet needed. */
  readonly last: boolean;
}

/** Under the sheets of branches: self-assessment, assessment, review. */
export function checkBranchSignatures(
  snapshot: Snapshot,
  findings: Findings,
  runs: readonly CheckedRun[],
): Promise<void> {
  return checkSignatures(snapshot, findings, runs.flatMap(branchSignatures));
}

/** Under the sheets of rechecks. */
export function checkRecheckSignatures(
  snapshot: Snapshot,
  findings: Findings,
  runs: readonly CheckedRun[],
): Promise<void> {
  return checkSignatures(snapshot, findings, runs.flatMap(recheckSignatures));
}

async function checkSignatures(
  { m, programme: { scoreSheet } }: Snapshot,
  findings: Findings,
  signatures: readonly Signature[],
): Promise<void> {
  if (signatures.length === 0) return;
  const ids = [...new Set(signatures.map(({ documentId }) => documentId))];
  const documents = new Map((await m.findBy(DocumentEntity, { id: In(ids) })).map((row) => [row.id, row]));
  const openings = new Map(
    (await m.findBy(DocumentOpeningEntity, { documentId: In(ids) })).map((row) => [keyOf(row), row]),
  );
  for (const signature of signatures) {
    findings.looked('persons');
    const { event, documentId, person: personId } = signature;
    const document = documents.get(documentId);
    const opening = openings.get(keyOf({ documentId, version: document?.version ?? 0, personId }));
    const unconfirmed = opening && unconfirmedIndicators(scoreSheet, opening.confirmed);
    const fault =
      refusalOf(opening && unconfirmed ? { openedAt: opening.openedAt, unconfirmed } : null) ??
      openedFault(signature, opening?.openedAt) ??
      (signature.last && !document?.settledAt ? '已签署完毕而文件没有定稿' : null);
    if (fault) findings.fault('persons', placeOf(event), `评估表 ${documentId}：${fault}`);
  }
}

function keyOf({ documentId, version, personId }: Pick<DocumentOpeningEntity, 'documentId' | 'version' | 'personId'>) {
  return `${documentId}/${version}/${personId}`;
}

function refusalOf(opening: { openedAt: Instant; unconfirmed: readonly string[] } | null): string | null {
  try {
    checkOpening({ opening });
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.message;
  }
}

function openedFault({ at, openedAt }: Signature, kept: Instant | undefined): string | null {
  if (openedAt !== kept) return '打开的时刻与台账不符';
  return kept !== undefined && kept > at ? '签署在先，打开在后' : null;
}

function branchSignatures({ events }: CheckedRun): Signature[] {
  const signatures: Signature[] = [];
  let signed = '';
  for (const event of events) {
    const happened = { type: event.type, payload: event.record?.payload } as BranchRunEvent;
    const actor = event.record?.actor ?? '';
    const sign = (
      documentId: string,
      person: string,
      { at, openedAt, last = true }: { at: Instant; openedAt?: Instant; last?: boolean },
    ) => signatures.push({ event, documentId, person, at, openedAt, last });
    switch (happened.type) {
      case 'assessment-submitted':
        sign(happened.payload.documentId, actor, happened.payload);
        break;
      case 'assessment-signed':
        signed = happened.payload.documentId;
        sign(signed, happened.payload.assessor, { ...happened.payload, last: false });
        break;
      case 'assessment-concluded':
        sign(signed, happened.payload.assessor, happened.payload);
        break;
      case 'review-submitted':
        signed = happened.payload.documentId;
        sign(signed, actor, { ...happened.payload, last: false });
        break;
      case 'review-confirmed':
        sign(signed, actor, happened.payload);
        break;
    }
  }
  return signatures;
}

function recheckSignatures({ events }: CheckedRun): Signature[] {
  return events.flatMap((event): Signature[] => {
    const happened = { type: event.type, payload: event.record?.payload } as SpotCheckEvent;
    if (happened.type !== 'recheck-overturn-proposed' && happened.type !== 'recheck-concluded') return [];
    const { documentId, rechecker, at, openedAt } = happened.payload;
    const last = happened.type === 'recheck-concluded';
    const person = happened.type === 'recheck-concluded' ? (happened.payload.confirmer ?? rechecker) : rechecker;
    return [{ event, documentId, person, at, openedAt, last }];
  });
}
