import { DEADLINE_WORDS } from '../code-words';
import { type DeadlineSurroundings, officeOfRung } from '../office/addressee';
import type { BodyKind } from '../office/roles';
import type { OfficeRef } from '../process/decision';
import type { DeadlineBody, DeadlineKind, RungAddressee } from '../programme/programme';
import { INTERNAL_KINDS } from '../programme/programme-rules';
import { chineseDate } from '../time/civil-date';
import type { CivilDate } from '../time/time';
import { type Words, words } from '../words';

/** Whose calendar a date of a body stands in: of who owes it, of its head, and of the office one level above. */
const OF_BODY: readonly RungAddressee[] = ['owing-office', 'owing-head', 'superior-office'];

/** Of an owner's date: his secretary's too, and once it is raised the office's that it waits for. */
const OF_OWNER: readonly RungAddressee[] = ['owing-office', 'holder'];

/** Somebody with his offices. */
export interface CalendarHolder {
  readonly personId: string;
  readonly offices: readonly Pick<OfficeRef, 'role' | 'bodyId'>[];
}

/** Whether a date is among somebody's own: by one of his offices, or as the owner of the problem it is about. */
export function isOwnDate(around: DeadlineSurroundings, { personId, offices }: CalendarHolder): boolean {
  if (around.ownerId === personId) return true;
  return (around.body === 'owner' ? OF_OWNER : OF_BODY).some((to) => {
    const office = officeOfRung(to, around);
    return offices.some(({ role, bodyId }) => role === office?.role && bodyId === office.bodyId);
  });
}

/** Dates of one kind that fall on one day, seen from one place. */
export interface OwnDate {
  readonly kind: DeadlineKind;
  readonly year: number;
  readonly body: DeadlineBody;
  readonly dueDate: CivilDate;
  readonly remindByDate: CivilDate;
  readonly count: number;
  /** The body whose office sees them; null for the owner of a problem. */
  readonly seenFrom: BodyKind | null;
  /** The name of that body, where somebody has offices in several. */
  readonly seenFromName: string | null;
}

/** What an entry of a calendar says: what, and of how many bodies. It says no person, no score and nothing of the content. */
export function ownDateWords({ kind, year, body, count, seenFrom, seenFromName }: OwnDate): Words {
  const matter = DEADLINE_WORDS[kind];
  const isBelow = seenFrom !== null && body !== seenFrom && body !== 'owner' && body !== 'committee';
  const of = isBelow
    ? BODIES_BELOW[body]
    : isOfBranches({ kind, body })
      ? BODIES_BELOW.branch
      : count > 1
        ? LINES
        : null;
  const many = of ? of(count) : words('', '');
  const where = seenFromName === null ? words('', '') : words(`（${seenFromName}）`, ` (${seenFromName})`);
  return words(`${matter.zh}（${year}年度）${many.zh}${where.zh}`, `${matter.en} (${year})${many.en}${where.en}`);
}

/** What an organisation owes about its branches, each of which has a date. */
function isOfBranches({ kind, body }: Pick<OwnDate, 'kind' | 'body'>): boolean {
  return body === 'organisation' && (INTERNAL_KINDS as readonly DeadlineKind[]).includes(kind);
}

/** Both readings of a date that has two, as “2月前” has: the earlier, by which one is reminded, and the later. */
export function readingsWords(remindByDate: CivilDate, dueDate: CivilDate): Words | null {
  if (remindByDate === dueDate) return null;
  return words(
    `按较严理解${chineseDate(remindByDate)}到期，最迟${chineseDate(dueDate)}`,
    `due on ${remindByDate} by the stricter reading, on ${dueDate} at the latest`,
  );
}

type Counted = (count: number) => Words;

const BODIES_BELOW: Readonly<Record<'branch' | 'organisation', Counted>> = {
  branch: (count) => words(`：${count}个党支部`, `: ${count} ${count === 1 ? 'branch' : 'branches'}`),
  organisation: (count) =>
    words(`：${count}个机关党组织`, `: ${count} ${count === 1 ? 'organisation' : 'organisations'}`),
};

const LINES: Counted = (count) => words(`：${count}项`, `: ${count} of them`);
