import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  checkRemarkPointers,
  checkSheet,
  type DocumentKind,
  DomainError,
  draftingRoles,
  type Place,
  type RunKind,
  unconfirmedIndicators,
} from '@app/domain';
import {
  branchPlanOf,
  digestOf,
  DocumentEntity,
  type DocumentVersion,
  inTransaction,
  isDuplicate,
  listVersions,
  openVersion,
  programmeOf,
  RecheckEntity,
  saveDraft,
  saveRemarks,
} from '@app/persistence';
import type { DocumentAnswer, OpeningAnswer, VersionsQuery } from './documents.dto';
import { refuseLastingFaults } from './draft-faults';
import { checkIfMatch, etagOf } from '../edge/etag';
import { Listing } from '../edge/listing';
import { assertHand, assertReads, assertReadsVersions } from './papers';
import { type FoundRun, Places } from './places';
import { ProgrammeTime } from '../edge/programme-time';
import type { RemarksBody } from './remarks.dto';
import { requestIdOf } from '../edge/keys/keyed-request';
import { RequestKeys } from '../edge/keys/request-keys';
import type { Speaker } from '../edge/speaker';

/** A document with the run it belongs to. */
export interface FoundDocument {
  readonly document: DocumentEntity;
  readonly run: FoundRun;
  /** Where its subject stands; of a recheck's sheet the branch. */
  readonly place: Place;
  /** The recheck that it belongs to. */
  readonly recheck: RecheckEntity | null;
}

/** A version as it is opened: by the digest of what was read, with what is confirmed of it. */
export interface OpenDocument {
  readonly kinds: readonly DocumentKind[];
  readonly digest: string;
  readonly confirmed: readonly string[] | undefined;
}

/** Remarks, and what they are about: what is returned, where something is. */
export interface Remarking {
  readonly lines: RemarksBody['lines'];
  readonly returned?: (m: EntityManager) => Promise<unknown>;
}

/** Drafts and what is handed over: found by id, saved by version. */
@Injectable()
export class Documents {
  constructor(
    private readonly dataSource: DataSource,
    private readonly places: Places,
    private readonly keys: RequestKeys,
    private readonly time: ProgrammeTime,
  ) {}

  /** A document of one of these kinds; remarks exist for readers once the return that names them was taken. */
  async find(id: string, kinds: readonly DocumentKind[]): Promise<FoundDocument> {
    const document = await this.dataSource.manager.findOneBy(DocumentEntity, { id });
    if (!document || !kinds.includes(document.kind) || isUnsent(document)) throw missing();
    const recheck = OF_RECHECKS.includes(document.kind)
      ? await this.dataSource.manager.findOneBy(RecheckEntity, { id: document.runId })
      : null;
    const kind = recheck
      ? 'spot-check'
      : (RUN_OF_DOCUMENT[document.kind] ?? (await this.places.kindOf(document.runId)));
    const run = await this.places.run(kind, recheck?.spotCheckId ?? document.runId);
    const place = recheck ? (await this.places.branch(recheck.branchId)).place : run.place;
    return { document, run, place, recheck };
  }

  /** A document that a hand-over may be about: the newest of its kind in its run. */
  async findNewest(id: string, kinds: readonly DocumentKind[]): Promise<FoundDocument> {
    const found = await this.find(id, kinds);
    const { runId, kind, no } = found.document;
    if (await this.dataSource.manager.existsBy(DocumentEntity, { runId, kind, no: no + 1 })) {
      throw new DomainError('document-missing', '已有更新的文件，请办理最新的一份', { pointer: '/path/id' });
    }
    return found;
  }

  async read(speaker: Speaker, id: string, kinds: readonly DocumentKind[]): Promise<DocumentAnswer> {
    const found = await this.find(id, kinds);
    const { document, place, run } = found;
    speaker.officeFor(place);
    await assertReads(this.dataSource.manager, speaker, found);
    const body = await bodyOf(this.dataSource.manager, { document, run });
    return toDocumentAnswer(body === document.body ? document : { ...document, body, digest: digestOf(body) });
  }

  /** The versions of a document as they were saved, the newest first. */
  async versions(
    speaker: Speaker,
    id: string,
    { kinds, query: { limit, cursor } }: { readonly kinds: readonly DocumentKind[]; readonly query: VersionsQuery },
  ): Promise<Listing<DocumentVersion>> {
    const found = await this.find(id, kinds);
    speaker.officeFor(found.place);
    await assertReadsVersions(this.dataSource.manager, speaker, found);
    return new Listing({ limit, cursor: cursor ?? null }, (m, page) => listVersions(m, id, page));
  }

  /** Saves a draft over the version that If-Match names. */
  async save(
    speaker: Speaker,
    id: string,
    { kinds, body, ifMatch }: { kinds: readonly DocumentKind[]; body: object; ifMatch: string | undefined },
  ): Promise<DocumentAnswer> {
    const found = await this.find(id, kinds);
    const { document, place, run } = found;
    const subject = { campaignId: run.campaignId, id };
    return this.keys.noting(speaker, subject, async () => {
      const office = speaker.officeFor(place, draftingRoles(document.kind));
      if (!draftingRoles(document.kind).includes(office.role)) {
        throw new DomainError('forbidden', '所任岗位不填写这份文件', { roles: draftingRoles(document.kind) });
      }
      const savedAt = await this.time.now(run.campaignId);
      const authorId = speaker.identity.actor;
      return this.keys.once(speaker.request, async (m) => {
        const check = async (current: DocumentEntity) => {
          await assertHand(m, authorId, found);
          checkIfMatch(ifMatch, current);
          if (current.frozenAt === null) await refuseLastingFaults(m, found, body);
        };
        return toDocumentAnswer(await saveDraft(m, { documentId: id, body, authorId, savedAt, check }));
      });
    });
  }

  /** Records that the speaker has read this version of a sheet, and what he confirms of it: without it nobody signs. */
  async open(speaker: Speaker, id: string, { kinds, digest, confirmed }: OpenDocument): Promise<OpeningAnswer> {
    const found = await this.find(id, kinds);
    const { run, place } = found;
    return this.keys.noting(speaker, { campaignId: run.campaignId, id }, async () => {
      speaker.officeFor(place);
      await assertReads(this.dataSource.manager, speaker, found);
      const openedAt = await this.time.now(run.campaignId);
      const personId = speaker.identity.actor;
      return this.keys.once(speaker.request, async (m) => {
        await assertHand(m, personId, found);
        const { scoreSheet } = await programmeOf(m, run.campaignId);
        const errors = checkSheet(scoreSheet, { deductions: [], notApplicable: [], confirmed: confirmed ?? [] });
        if (errors.length > 0) throw new DomainError('invalid-input', '评估表中没有这些方面或指标', { errors });
        const opened = await openVersion(m, { documentId: id, digest, personId, openedAt, confirmed });
        const unconfirmed = unconfirmedIndicators(scoreSheet, opened.confirmed);
        return {
          id,
          version: opened.version,
          digest,
          openedAt: opened.openedAt,
          confirmed: opened.confirmed,
          unconfirmed,
        };
      });
    });
  }

  /** Saves remarks of a return before it is sent, each on a part of `returned` that is there; the same request finds them again. */
  async remark(
    speaker: Speaker,
    run: FoundRun,
    { lines, returned }: Remarking,
  ): Promise<{ remarksId: string; digest: string; lines: number }> {
    const savedAt = await this.time.now(run.campaignId);
    await this.keys.noting(speaker, { campaignId: run.campaignId, id: run.id }, async () =>
      speaker.officeFor(run.place),
    );
    const remarks = {
      runId: run.id,
      campaignId: run.campaignId,
      programmeVersion: run.programmeVersion,
      lines,
      authorId: speaker.identity.actor,
      savedAt,
      requestId: requestIdOf(speaker.request),
    };
    const save = () =>
      inTransaction(this.dataSource, (m) =>
        saveRemarks(m, {
          ...remarks,
          check: async () => {
            const errors = checkRemarkPointers(lines, await returned?.(m));
            if (errors.length > 0) throw new DomainError('invalid-input', errors[0]?.message ?? '', { errors });
          },
        }),
      );
    return save().catch((error: unknown) => {
      if (!isDuplicate(error)) throw error;
      return save();
    });
  }
}

/** What a document says: the plan of a branch is its problem list itself until it is handed over. */
export async function bodyOf(m: EntityManager, { document, run }: Pick<FoundDocument, 'document' | 'run'>) {
  const isRegister = document.kind === 'branch-plan' && document.frozenAt === null && run.branchId !== null;
  return isRegister ? branchPlanOf(m, run.branchId ?? '') : document.body;
}

/** The white list of a document. */
function toDocumentAnswer(document: Omit<DocumentEntity, 'campaignId' | 'programmeVersion'>): DocumentAnswer {
  const { id, runId, kind, no, version, digest, authorId, savedAt, frozenAt, settledAt, body } = document;
  const etag = etagOf(document);
  return { id, runId, kind, no, version, digest, etag, authorId, savedAt, frozenAt, settledAt, body };
}

/** Remarks are saved before the return that names them; where it is refused, nobody is told of them. */
function isUnsent({ kind, frozenAt }: DocumentEntity): boolean {
  return kind === 'remarks' && frozenAt === null;
}

/** Remarks may belong to a run of any kind. */
const RUN_OF_DOCUMENT: Partial<Record<DocumentKind, RunKind>> = {
  survey: 'branch-run',
  'branch-plan': 'branch-run',
  'self-assessment': 'branch-run',
  'superior-assessment': 'branch-run',
  review: 'branch-run',
  'organisation-plan': 'organisation-run',
  'conclusion-list': 'organisation-run',
  'filing-list': 'organisation-run',
  'publication-list': 'campaign',
  'disposition-list': 'campaign',
};

/** What a recheck has under its own id: its sheets, the reason of an overturned pass, the remarks on it. */
const OF_RECHECKS: readonly DocumentKind[] = ['recheck-assessment', 'remarks'];

function missing(): DomainError {
  return new DomainError('not-found', '没有这份文件', { pointer: '/path/id' });
}
