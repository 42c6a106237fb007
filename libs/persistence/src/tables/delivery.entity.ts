import { Column, Entity, Index } from 'typeorm';
import type { DeliveryChannel, DeliveryState, MailWish, TryOutcome } from '@app/domain';
import { CountColumn, IdColumn, InstantColumn, PrimaryIdColumn, WordColumn } from './columns';

/** Where somebody wants his notices by mail, and which. Personal data of the one who typed it; gone with his wish. */
@Entity('mail_addresses')
export class MailAddressEntity {
  @PrimaryIdColumn()
  personId: string;

  @WordColumn(254)
  address: string;

  @WordColumn(12)
  wish: MailWish;

  /** Real time; what he was told before is not sent. */
  @InstantColumn()
  since: string;
}

/** One message that leaves the building, with all notices that name it. All instants are real time. */
@Entity('deliveries')
@Index('deliveries_due', ['state', 'nextTryAt'])
@Index('deliveries_campaign', ['campaignId', 'madeAt'])
@Index('deliveries_person', ['personId', 'madeAt'])
export class DeliveryEntity {
  /** Names the message for who receives it, so that what comes twice is seen to be one. */
  @PrimaryIdColumn()
  id: string;

  @IdColumn()
  campaignId: string;

  @IdColumn()
  personId: string;

  @WordColumn(8)
  channel: DeliveryChannel;

  /** How many notices it carries. */
  @CountColumn()
  notices: number;

  @WordColumn(8)
  state: DeliveryState;

  @InstantColumn()
  madeAt: string;

  @CountColumn()
  tries: number;

  /** How many of the tries the other side put off. */
  @CountColumn()
  putOff: number;

  @InstantColumn({ nullable: true })
  nextTryAt: string | null;

  @InstantColumn({ nullable: true })
  endedAt: string | null;
}

/** One try at a delivery and what the other side answered. */
@Entity('delivery_tries')
export class DeliveryTryEntity {
  @PrimaryIdColumn()
  deliveryId: string;

  @Column({ type: 'int', primary: true })
  no: number;

  @InstantColumn()
  at: string;

  @WordColumn(12)
  outcome: TryOutcome;

  /** In the other side's words, without the address. */
  @WordColumn(200)
  answer: string;
}
