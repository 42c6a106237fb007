import { Entity, Index } from 'typeorm';
import type { LadderColour, NoticeSubject, Role } from '@app/domain';
import { CountColumn, IdColumn, InstantColumn, PrimaryIdColumn, WordColumn } from './columns';

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

  /** What it leads to: a run, a problem or a slip. */
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
