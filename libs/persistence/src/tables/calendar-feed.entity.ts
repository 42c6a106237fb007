import { Entity, Index } from 'typeorm';
import { DigestColumn, InstantColumn, PrimaryIdColumn } from './columns';

/** The secret address of one person's calendar: only the hash of its secret is kept; a new one takes the place of the old. */
@Entity('calendar_feeds')
@Index('calendar_feeds_secret', ['secretHash'], { unique: true })
export class CalendarFeedEntity {
  @PrimaryIdColumn()
  personId: string;

  @DigestColumn()
  secretHash: string;

  @InstantColumn()
  issuedAt: string;
}
