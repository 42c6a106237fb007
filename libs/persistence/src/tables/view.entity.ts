import { Entity, Index } from 'typeorm';
import type { BodyKind, Role, ViewList } from '@app/domain';
import { CountColumn, IdColumn, InstantColumn, JsonColumn, PrimaryIdColumn, WordColumn } from './columns';

/** What a list was narrowed and ordered by and which columns it showed, kept under a name by who owns it. */
@Entity('views')
@Index('views_name', ['ownerId', 'campaignId', 'list', 'name'], { unique: true })
@Index('views_shared', ['campaignId', 'list', 'sharedRole'])
export class ViewEntity {
  @PrimaryIdColumn()
  id: string;

  @IdColumn()
  campaignId: string;

  /** What events call him: a person, or an account nobody of a roster stands behind. */
  @IdColumn()
  ownerId: string;

  @WordColumn(24)
  list: ViewList;

  @WordColumn(60)
  name: string;

  /** By the names of the list's parameters. */
  @JsonColumn()
  filters: Readonly<Record<string, string>>;

  @WordColumn(40, { nullable: true })
  sort: string | null;

  /** By their names on the page, in their order; none: those that the list has. */
  @JsonColumn({ name: 'column_list' })
  columns: readonly string[];

  @WordColumn(40, { nullable: true })
  sharedRole: Role | null;

  @WordColumn(12, { nullable: true })
  sharedBodyKind: BodyKind | null;

  @IdColumn({ nullable: true })
  sharedBodyId: string | null;

  @CountColumn()
  version: number;

  @InstantColumn()
  savedAt: string;
}
