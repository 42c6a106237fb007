import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, PrimaryIdColumn, WordColumn } from './columns';

/** The veto for falsification (苏委工〔2020〕6号 五.2): it refuses where the others warn. */
export const FALSIFICATION = 'V1';

/** A veto raised against a branch (V1 is falsification); the gates count the open ones. */
@Entity('vetoes')
@Index('vetoes_branch', ['branchId', 'state'])
export class VetoEntity {
  @PrimaryIdColumn()
  id: string;

  @IdColumn()
  campaignId: string;

  @WordColumn(40)
  programmeVersion: string;

  @IdColumn()
  branchId: string;

  @WordColumn(8)
  item: string;

  @WordColumn(12)
  state: 'open' | 'confirmed' | 'dismissed';

  @InstantColumn()
  raisedAt: string;
}
