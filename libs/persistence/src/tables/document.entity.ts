import { Entity, Index, PrimaryColumn } from 'typeorm';
import type { CivilDate, DocumentKind } from '@app/domain';
import {
  CountColumn,
  DateColumn,
  DigestColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  PrimaryIdColumn,
  WordColumn,
} from './columns';

/** A drafted document: surveys, plans, sheets, lists. Frozen when it is handed over, pinned by its digest. */
@Entity('documents')
@Index('documents_run', ['runId', 'kind', 'no'], { unique: true })
export class DocumentEntity {
  @PrimaryIdColumn()
  id: string;

  @IdColumn()
  campaignId: string;

  @WordColumn(40)
  programmeVersion: string;

  @IdColumn()
  runId: string;

  @WordColumn(24)
  kind: DocumentKind;

  /** 1 for the first of its kind in the run. */
  @CountColumn()
  no: number;

  @CountColumn()
  version: number;

  @DigestColumn()
  digest: string;

  @JsonColumn()
  body: unknown;

  /** Who wrote this version; of a carried-over one whose it was. Null only where nobody wrote: a blank paper, a generated list. */
  @IdColumn({ nullable: true })
  authorId: string | null;

  @InstantColumn()
  savedAt: string;

  @InstantColumn({ nullable: true })
  frozenAt: string | null;

  /** When the last signature it needs was given; until then only who may write it and their superiors read it. */
  @InstantColumn({ nullable: true })
  settledAt: string | null;

  /** The date that was stated with the hand-over, and that of the paper of a declared late entry. */
  @DateColumn({ nullable: true })
  happenedOn: CivilDate | null;

  @DateColumn({ nullable: true })
  paperDate: CivilDate | null;
}

/** An earlier draft, kept as it was saved. */
@Entity('document_versions')
export class DocumentVersionEntity {
  @PrimaryIdColumn()
  documentId: string;

  @PrimaryColumn({ type: 'int' })
  version: number;

  @DigestColumn()
  digest: string;

  @JsonColumn()
  body: unknown;

  @IdColumn({ nullable: true })
  authorId: string | null;

  @InstantColumn()
  savedAt: string;
}

/** That a person opened one version of a sheet, and what of it he has confirmed so far: what his signature stands on. */
@Entity('document_openings')
export class DocumentOpeningEntity {
  @PrimaryIdColumn()
  documentId: string;

  @PrimaryColumn({ type: 'int' })
  version: number;

  @PrimaryIdColumn()
  personId: string;

  @InstantColumn()
  openedAt: string;

  /** Ids of dimensions and of single indicators. */
  @JsonColumn()
  confirmed: readonly string[];
}
