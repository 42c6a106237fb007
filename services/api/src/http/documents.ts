import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { checkRemarkPointers, type DocumentKind, DomainError, draftingRoles, type Place } from '@app/domain';
import {
  branchPlanOf,
  digestOf,
  DocumentEntity,
  type DocumentVersion,
  inTransaction,
  listVersions,
  RecheckEntity,
  saveDraft,
  saveRemarks,
} from '@app/persistence';
import { refuseLastingFaults } from './draft-faults';
import { checkIfMatch, etagOf } from './etag';
import { Listing } from './listing';
import { pageFields, pageOf } from './paging';
import { type FoundRun, Places, type RunTable } from './places';
import { ProgrammeTime } from './programme-time';
import type { RemarksBody } from './remarks.dto';
import { keyedRequest, requestIdOf, RequestKeys } from './request-keys';
import type { Speaker } from './speaker';
import { instant } from './spoken.dto';

/** A document as it is answered, its body as it was saved; `etag` goes into If-Match when it is saved again. */
export function documentDto(body: z.ZodType, id: string) {
  return z
    .object({
      id: z.string(),
      runId: z.string(),
      kind: z.string(),
      no: z.int(),
      version: z.int(),
      digest: z.string(),
      etag: z.string(),
      authorId: z.string().nullable(),
      savedAt: instant,
      frozenAt: instant.nullable(),
      body,
    })
    .meta({ id });
}

/** The fields of a document's answer. */
export interface DocumentAnswer {
  readonly id: string;
  readonly runId: string;
  readonly kind: DocumentKind;
  readonly no: number;
  readonly version: number;
  readonly digest: string;
  readonly etag: string;
  readonly authorId: string | null;
  readonly savedAt: string;
  readonly frozenAt: string | null;
  readonly body: unknown;
}

export const versionsQueryDto = z.strictObject(pageFields);

export type VersionsQuery = z.infer<typeof versionsQueryDto>;

/** The versions of a document as they are answered. */
export function versionsDto(body: z.ZodType, id: string) {
  const version = { version: z.int(), digest: z.string(), authorId: z.string().nullable(), savedAt: instant, body };
  return pageOf(z.object(version).meta({ id: `${id}Version` }), `${id}Versions`);
}

/** A document with the run it belongs to. */
export interface FoundDocument {
  readonly document: DocumentEntity;
  readonly table: RunTable;
  readonly run: FoundRun;
  /** Where its subject stands; of a recheck's sheet the branch. */
  readonly place: Place;
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
    const table = TABLE_OF_KIND[document.kind] ?? (await this.places.tableOf(document.runId));
    const run = await this.places.run(table, document.runId);
    if (document.kind !== 'recheck-assessment') return { document, table, run, place: run.place };
    const recheck = await this.dataSource.manager.findOneByOrFail(RecheckEntity, { documentId: id });
    return { document, table, run, place: (await this.places.branch(recheck.branchId)).place };
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
    const { document, place, run } = await this.find(id, kinds);
    speaker.officeFor(place);
    const body = await bodyOf(this.dataSource.manager, { document, run });
    return toDocumentAnswer(body === document.body ? document : { ...document, body, digest: digestOf(body) });
  }

  /** The versions of a document as they were saved, the newest first. */
  async versions(
    speaker: Speaker,
    id: string,
    { kinds, query: { limit, cursor } }: { readonly kinds: readonly DocumentKind[]; readonly query: VersionsQuery },
  ): Promise<Listing<DocumentVersion>> {
    const { place } = await this.find(id, kinds);
    speaker.officeFor(place);
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
      const office = speaker.officeFor(place);
      if (!draftingRoles(document.kind).includes(office.role)) {
        throw new DomainError('forbidden', '所任岗位不填写这份文件', { roles: draftingRoles(document.kind) });
      }
      const savedAt = await this.time.now(run.campaignId);
      const authorId = speaker.identity.actor;
      const request = keyedRequest(speaker, { id, body, ifMatch: ifMatch ?? null });
      return this.keys.once(request, async (m) => {
        const check = async (current: DocumentEntity) => {
          checkIfMatch(ifMatch, current);
          if (current.frozenAt === null) await refuseLastingFaults(m, found, body);
        };
        return toDocumentAnswer(await saveDraft(m, { documentId: id, body, authorId, savedAt, check }));
      });
    });
  }

  /** Saves remarks of a return before it is sent, each on a part of `returned` that is there; the same request finds them again. */
  async remark(
    speaker: Speaker,
    run: FoundRun,
    lines: RemarksBody['lines'],
    returned: (m: EntityManager) => Promise<unknown> = () => Promise.resolve(undefined),
  ): Promise<{ remarksId: string; digest: string; lines: number }> {
    const savedAt = await this.time.now(run.campaignId);
    await this.keys.noting(speaker, { campaignId: run.campaignId, id: run.id }, async () =>
      speaker.officeFor(run.place),
    );
    return inTransaction(this.dataSource, (m) =>
      saveRemarks(m, {
        runId: run.id,
        campaignId: run.campaignId,
        programmeVersion: run.programmeVersion,
        lines,
        authorId: speaker.identity.actor,
        savedAt,
        requestId: requestIdOf(keyedRequest(speaker, null)),
        check: async () => {
          const errors = checkRemarkPointers(lines, await returned(m));
          if (errors.length > 0) throw new DomainError('invalid-input', errors[0]?.message ?? '', { errors });
        },
      }),
    );
  }
}

/** What a document says: the plan of a branch is its problem list itself until it is handed over. */
export async function bodyOf(m: EntityManager, { document, run }: Pick<FoundDocument, 'document' | 'run'>) {
  const isRegister = document.kind === 'branch-plan' && document.frozenAt === null && run.branchId !== null;
  return isRegister ? branchPlanOf(m, run.branchId ?? '') : document.body;
}

/** The white list of a document. */
export function toDocumentAnswer(document: Omit<DocumentEntity, 'campaignId' | 'programmeVersion'>): DocumentAnswer {
  const { id, runId, kind, no, version, digest, authorId, savedAt, frozenAt, body } = document;
  return { id, runId, kind, no, version, digest, etag: etagOf(document), authorId, savedAt, frozenAt, body };
}

/** Remarks are saved before the return that names them; where it is refused, nobody is told of them. */
function isUnsent({ kind, frozenAt }: DocumentEntity): boolean {
  return kind === 'remarks' && frozenAt === null;
}

/** Remarks may belong to a run of any kind. */
const TABLE_OF_KIND: Partial<Record<DocumentKind, RunTable>> = {
  survey: 'branch_runs',
  'branch-plan': 'branch_runs',
  'self-assessment': 'branch_runs',
  'superior-assessment': 'branch_runs',
  review: 'branch_runs',
  'organisation-plan': 'organisation_runs',
  'conclusion-list': 'organisation_runs',
  'filing-list': 'organisation_runs',
  'publication-list': 'campaigns',
  'disposition-list': 'campaigns',
  'recheck-assessment': 'spot_checks',
};

function missing(): DomainError {
  return new DomainError('not-found', '没有这份文件', { pointer: '/path/id' });
}
