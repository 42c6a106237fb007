import ICAL from 'ical.js';
import { type Instant, ownDateWords, readingsWords, type Words, words } from '@app/domain';
import type { CalendarOwner, OwnDateEntry } from '@app/persistence';
import type { Language } from '../edge/problem';

/** What a calendar is written from. */
export interface CalendarContent {
  readonly owner: Pick<CalendarOwner, 'isRehearsal' | 'isHeld'>;
  readonly entries: readonly OwnDateEntry[];
  readonly now: Instant;
  readonly language: Language;
  /** Where the console is; null where the request did not say. */
  readonly origin: string | null;
}

/** Octets of a line before it is folded; the space that begins the next is one of RFC 5545's 75. */
ICAL.foldLength = 74;

/** Dates as iCalendar (RFC 5545): one whole day each, which keeps nobody busy. */
export function calendarText({ owner, entries, now, language, origin }: CalendarContent): string {
  const say = (said: Words) => said[language];
  const mark = say(markOf(owner));
  const calendar = new ICAL.Component('vcalendar');
  write(calendar, {
    version: '2.0',
    prodid: '-//Duibiao//Duibiao//ZH',
    calscale: 'GREGORIAN',
    method: 'PUBLISH',
    'x-wr-calname': `${mark}${say(NAME)}`,
    'refresh-interval': ICAL.Duration.fromString(AGAIN_AFTER),
    'x-published-ttl': AGAIN_AFTER,
  });
  for (const entry of entries) {
    const event = new ICAL.Component('vevent');
    const readings = readingsWords(entry.remindByDate, entry.dueDate);
    write(event, {
      uid: `${entry.id}@duibiao`,
      dtstamp: ICAL.Time.fromJSDate(new Date(now), true),
      sequence: entry.generation,
      dtstart: ICAL.Time.fromDateString(entry.dueDate),
      summary: `${mark}${say(ownDateWords(entry))}`,
      ...(readings && { description: say(readings) }),
      ...(origin && { url: `${origin}${placeOf(entry)}` }),
      transp: 'TRANSPARENT',
    });
    calendar.addSubcomponent(event);
  }
  return `${calendar.toString()}\r\n`;
}

const NAME = words('对标时限', 'Duibiao dates');

/** How soon a reader comes again. */
const AGAIN_AFTER = 'PT6H';

/** A date of invented people, or of a clock that stands still, is none to go by. */
function markOf({ isRehearsal, isHeld }: CalendarContent['owner']): Words {
  if (isRehearsal) return words('【演练】', '[rehearsal] ');
  return isHeld ? words('【时钟已停】', '[clock held] ') : words('', '');
}

/** Where in the console it is looked at: the run of one date, the list of several. */
function placeOf({ run, kind, year }: OwnDateEntry): string {
  if (run) return `/${run.kind}s/${run.id}`;
  return `/deadlines?${new URLSearchParams({ year: String(year), kind, open: 'true' }).toString()}`;
}

type Value = string | number | ICAL.Time | ICAL.Duration;

function write(component: ICAL.Component, properties: Readonly<Record<string, Value>>): void {
  for (const [name, value] of Object.entries(properties)) component.addPropertyWithValue(name, value);
}
