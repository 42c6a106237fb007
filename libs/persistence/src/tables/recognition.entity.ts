import { Entity, Index } from 'typeorm';
import type { ClosingFigures } from '@app/domain';
import {
  CountColumn,
  DateColumn,
  DigestColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  PrimaryIdColumn,
  WordColumn,
} from './columns';

/** A year of a campaign as opened and closed. */
@Entity('rounds')
@Index('rounds_year', ['campaignId', 'year'], { unique: true })
export class RoundEntity {
  @PrimaryIdColumn()
  id: string;

  @IdColumn()
  campaignId: string;

  @WordColumn(40)
  programmeVersion: string;

  @CountColumn()
  year: number;

  @WordColumn(10)
  status: 'opening' | 'open' | 'closed';

  @InstantColumn()
  openedAt: string;

  /** Real time of the opening. */
  @InstantColumn()
  writtenAt: string;

  @InstantColumn({ nullable: true })
  closedAt: string | null;

  /** Both readings as frozen at closing. */
  @JsonColumn({ nullable: true })
  figures: ClosingFigures | null;

  @IdColumn({ nullable: true })
  dispositionListId: string | null;

  @WordColumn(80, { nullable: true })
  documentNumber: string | null;
}

/** A public notice before recognition: its list is the frozen population. */
@Entity('publications')
@Index('publications_campaign', ['campaignId', 'year'])
export class PublicationEntity {
  @PrimaryIdColumn()
  id: string;

  @IdColumn()
  campaignId: string;

  @WordColumn(40)
  programmeVersion: string;

  @CountColumn()
  year: number;

  @IdColumn()
  documentId: string;

  @DigestColumn()
  digest: string;

  @CountColumn()
  branches: number;

  @InstantColumn()
  openedAt: string;

  @DateColumn()
  endsOn: string;

  @FlagColumn({ default: 0 })
  recognised: boolean;
}

/** A committee batch decision that recognises the branches of one publication (集中认定). */
@Entity('recognitions')
@Index('recognitions_publication', ['publicationId'], { unique: true })
export class RecognitionEntity {
  @PrimaryIdColumn()
  id: string;

  @IdColumn()
  campaignId: string;

  @WordColumn(40)
  programmeVersion: string;

  @IdColumn()
  publicationId: string;

  @WordColumn(80)
  documentNumber: string;

  @DateColumn()
  decidedOn: string;

  @CountColumn()
  branches: number;

  @JsonColumn()
  warnings: string[];

  @InstantColumn()
  recordedAt: string;
}
