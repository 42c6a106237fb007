/** Checks the days of the calendar against the notices in its stream; knows every calendar that there has been. */
import type { EntityManager } from 'typeorm';
import { calendarOfDays, daysOfNotices, type NamedDay, type WorkdayCalendar } from '@app/domain';
import { CALENDAR_STREAM, namedDays, type NoticePayload } from '../write/calendar';
import { type Findings, firstDifference, type Place, placeOf, streamPlace } from './findings';
import { type ReadEvent, readEvents } from './streams';
import { reasonOf } from './guarded-checks';

/** Every calendar there has been, as the stream of the notices tells: deadlines name theirs by its number. */
export class Calendars {
  private readonly days: ReadonlyMap<string, NamedDay>[] = [new Map()];
  private readonly places = new Map<string, Place>();
  private readonly unread: [Place, string][] = [];
  private readonly known = new Map<number, WorkdayCalendar>();

  private constructor() {}

  static async read(m: EntityManager): Promise<Calendars> {
    const calendars = new Calendars();
    for (const event of await readEvents(m, CALENDAR_STREAM)) {
      const days = new Map(calendars.days.at(-1));
      if (event.record !== null) {
        const fault = reasonOf(() => calendars.takeIn(event, days));
        if (fault) calendars.unread.push([placeOf(event), fault]);
      }
      calendars.days.push(days);
    }
    return calendars;
  }

  private takeIn(event: ReadEvent, days: Map<string, NamedDay>): null {
    const { notice: number, dated, changes } = event.record?.payload as NoticePayload;
    for (const { date, after } of changes) {
      days.set(date, { ...after, notice: { number, dated } });
      this.places.set(date, placeOf(event));
    }
    return null;
  }

  /** The calendar after so many notices; undefined where there were not so many. */
  after(sequence: number): WorkdayCalendar | undefined {
    const days = this.days[sequence];
    if (days === undefined) return undefined;
    const calendar = this.known.get(sequence) ?? calendarOfDays(daysOfNotices([...days.values()]));
    this.known.set(sequence, calendar);
    return calendar;
  }

  get last(): WorkdayCalendar {
    return this.after(this.days.length - 1) as WorkdayCalendar;
  }

  /** The days of the table = the days that the notices have named, each as the last of them says. */
  async check(m: EntityManager, findings: Findings): Promise<void> {
    for (const [place, fault] of this.unread) findings.fault('calendar', place, fault);
    const expected = new Map(this.days.at(-1));
    for (const row of await namedDays(m)) {
      findings.looked('calendar');
      const day = expected.get(row.date);
      expected.delete(row.date);
      const fault = day ? firstDifference({ ...day }, { ...row }) : '有行，台账没有记载';
      if (fault) findings.fault('calendar', this.placeOfDay(row.date), `日历 ${row.date}：${fault}`);
    }
    for (const date of expected.keys()) {
      findings.fault('calendar', this.placeOfDay(date), `日历 ${date}：台账有记载，没有对应的行`);
    }
  }

  private placeOfDay(date: string): Place {
    return this.places.get(date) ?? streamPlace(CALENDAR_STREAM);
  }
}
