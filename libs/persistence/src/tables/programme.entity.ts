import { Entity, Index, PrimaryColumn } from 'typeorm';
import type { NoticeDayKind, Programme } from '@app/domain';
import { DateColumn, DigestColumn, InstantColumn, JsonColumn, PrimaryIdColumn, WordColumn } from './columns';

/** A published programme version: frozen, named by its digest. */
@Entity('programmes')
@Index('programmes_version', ['key', 'version'], { unique: true })
export class ProgrammeEntity {
  @PrimaryIdColumn()
  id: string;

  @WordColumn(60, { name: 'programme_key' })
  key: string;

  @WordColumn(40)
  version: string;

  @DigestColumn()
  digest: string;

  @JsonColumn()
  definition: Programme;

  @InstantColumn()
  publishedAt: string;
}

/** A day that a holiday notice names, as the last one that named it says. */
@Entity('calendar_days')
export class CalendarDayEntity {
  @PrimaryColumn({ type: 'char', length: 10 })
  date: string;

  /** `ordinary`: named once, and taken back since. */
  @WordColumn(8)
  kind: NoticeDayKind;

  @WordColumn(40)
  name: string;

  /** The notice by its number, for example 国办发明电〔2025〕7号, and its date where that was stated. */
  @WordColumn(60)
  notice: string;

  @DateColumn({ nullable: true })
  dated: string | null;
}
