import { Entity, Index } from 'typeorm';
import type { LadderColour, NoticeSubject, Role } from '@app/domain';
import { CountColumn, IdColumn, InstantColumn, JsonColumn, PrimaryIdColumn, WordColumn } from './columns';

/** What one person is told; unique by deadline, generation, rung and person, or by the step that caused it. */
@Entity('notices')
@Index('notices_once', ['deadlineId', 'generation', 'rung', 'personId'], { unique: true })
@Index('notices_person', ['personId', 'at'])
@Index('notices_lead', ['leadId'])
@Index('notices_campaign', ['campaignId', 'at'])
@Index('notices_delivery', ['deliveryId'])
export class NoticeEntity {
  @PrimaryIdColumn()
  id: string;

  @IdColumn()
  campaignId: string;

  @WordColumn(40)
  programmeVersion: string;

  @IdColumn()
  personId: string;

  /** Null for the owner of a problem, who is told as himself. */
  @WordColumn(40, { nullable: true })
  office: Role | null;

  @WordColumn(24)
  subject: NoticeSubject;

  @IdColumn({ nullable: true })
  runId: string | null;

  @IdColumn({ nullable: true })
  deadlineId: string | null;

  @CountColumn({ nullable: true })
  generation: number | null;

  @WordColumn(8, { nullable: true })
  rung: string | null;

  /** The step that was handed over; null where something else is told. */
  @WordColumn(40, { nullable: true })
  step: string | null;

  @WordColumn(8)
  colour: LadderColour;

  /** Programme time. */
  @InstantColumn()
  at: string;

  /** What took it out of the building, together with others of the same person; null as long as nothing did. */
  @IdColumn({ nullable: true })
  deliveryId: string | null;

  /** The notice of which it is a line: of several branches at one delay of their organisation the first leads, and is told with all of them. */
  @IdColumn({ nullable: true })
  leadId: string | null;

  @InstantColumn({ nullable: true })
  readAt: string | null;
}

/** A supervision slip (督办单), laid as a draft before the officer who commands. */
@Entity('slips')
@Index('slips_once', ['deadlineId', 'generation', 'rung'], { unique: true })
@Index('slips_campaign', ['campaignId', 'state'])
export class SlipEntity {
  @PrimaryIdColumn()
  id: string;

  @IdColumn()
  campaignId: string;

  @WordColumn(40)
  programmeVersion: string;

  @IdColumn()
  deadlineId: string;

  @CountColumn()
  generation: number;

  @WordColumn(8)
  rung: string;

  @WordColumn(8)
  colour: LadderColour;

  @WordColumn(8)
  state: 'draft' | 'closed';

  /** One line per late branch for a deadline of the organisation. */
  @JsonColumn({ name: 'line_list' })
  lines: string[];

  @InstantColumn()
  draftedAt: string;

  @InstantColumn({ nullable: true })
  closedAt: string | null;
}
