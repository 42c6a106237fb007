import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Programme } from '@app/domain';
import { DigestColumn, InstantColumn, JsonColumn, WordColumn } from './columns';

/** A published programme version: frozen, named by its digest. */
@Entity('programmes')
@Index('programmes_version', ['key', 'version'], { unique: true })
export class ProgrammeEntity {
  @PrimaryColumn({ type: 'char', length: 36 })
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

/** A day that is not as its weekday says, from a published holiday notice. */
@Entity('calendar_days')
export class CalendarDayEntity {
  @PrimaryColumn({ type: 'char', length: 10 })
  date: string;

  @WordColumn(8)
  kind: 'holiday' | 'workday';

  @WordColumn(40)
  name: string;

  @Column({ type: 'varchar', length: 120 })
  source: string;
}

/** A year whose holiday notice is loaded; a date in any other year is a question without an answer. */
@Entity('calendar_years')
export class CalendarYearEntity {
  @PrimaryColumn({ type: 'int' })
  year: number;

  @Column({ type: 'varchar', length: 120 })
  source: string;
}
