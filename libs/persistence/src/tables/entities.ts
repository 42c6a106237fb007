import { BallotBoxEntity, BallotCredentialEntity, BallotEntity } from './ballot.entity';
import { BranchRunEntity } from './branch-run.entity';
import { CalendarFeedEntity } from './calendar-feed.entity';
import { CampaignClockEntity } from './campaign-clock.entity';
import { CampaignEntity } from './campaign.entity';
import { DeadlineEntity, KeeperEntity } from './deadline.entity';
import { DeliveryEntity, DeliveryTryEntity, MailAddressEntity } from './delivery.entity';
import { DocumentEntity, DocumentOpeningEntity, DocumentVersionEntity } from './document.entity';
import { DecisionEntity, FilingEntity } from './filing.entity';
import { NoticeEntity } from './notice.entity';
import { SlipEntity } from './slip.entity';
import { OrganisationRunEntity } from './organisation-run.entity';
import {
  AreaEntity,
  BranchEntity,
  MembershipEntity,
  OfficeEntity,
  OrganisationEntity,
  PersonEntity,
} from './organisation.entity';
import { ProblemEntity } from './problem.entity';
import { ProcessEventEntity, RecordedHeadEntity, StreamHeadEntity } from './process-event.entity';
import { CalendarDayEntity, ProgrammeEntity } from './programme.entity';
import { PublicationEntity, RecognitionEntity, RoundEntity } from './recognition.entity';
import { RefusalEntity, RequestKeyEntity, RunOperationEntity } from './run-operation.entity';
import { RecheckEntity, SpotCheckEntity } from './spot-check.entity';
import { SessionEntity, UserEntity } from './user.entity';
import { VerificationEntity } from './verification.entity';
import { VetoEntity } from './veto.entity';
import { ViewEntity } from './view.entity';

/** Every table; the drift check compares them with what the migrations made. */
export const ENTITIES = [
  AreaEntity,
  BallotBoxEntity,
  BallotCredentialEntity,
  BallotEntity,
  BranchEntity,
  BranchRunEntity,
  CalendarDayEntity,
  CalendarFeedEntity,
  CampaignClockEntity,
  CampaignEntity,
  DeadlineEntity,
  DecisionEntity,
  DeliveryEntity,
  DeliveryTryEntity,
  DocumentEntity,
  DocumentOpeningEntity,
  DocumentVersionEntity,
  FilingEntity,
  KeeperEntity,
  MailAddressEntity,
  MembershipEntity,
  NoticeEntity,
  OfficeEntity,
  OrganisationEntity,
  OrganisationRunEntity,
  PersonEntity,
  ProblemEntity,
  ProcessEventEntity,
  ProgrammeEntity,
  PublicationEntity,
  RecheckEntity,
  RecordedHeadEntity,
  RecognitionEntity,
  RefusalEntity,
  RequestKeyEntity,
  RoundEntity,
  RunOperationEntity,
  SessionEntity,
  SlipEntity,
  SpotCheckEntity,
  StreamHeadEntity,
  UserEntity,
  VerificationEntity,
  VetoEntity,
  ViewEntity,
];
