import type { EntityManager } from 'typeorm';
import type { Instant, LadderColour, NoticeSubject, Role } from '@app/domain';
import type { Addressee } from '../read/holder.queries';
import { idOf } from '../record/ids';
import type { DeadlineEntity } from '../tables/deadline.entity';

/** A notice to be written; insert-only, once per deadline, generation, rung and person, or per cause and person. */
export interface NewNotice {
  readonly campaignId: string;
  readonly programmeVersion: string;
  readonly to: Omit<Addressee, 'office'> & { readonly office: Role | null };
  readonly subject: NoticeSubject;
  readonly runId: string | null;
  readonly deadline: NoticeDeadline | null;
  /** The step that was handed over. */
  readonly step?: string;
  readonly colour: LadderColour;
  readonly at: Instant;
  /** What caused it; makes its id where no deadline does. */
  readonly cause: string;
  /** What one body is late with, where it is about several branches: whoever is told of it gets one notice with a line for each. */
  readonly delay?: string | null;
}

/** The one delay of an organisation that a rung of this date is about; null for a date that the run's own body owes. */
export function delayOf({ owingRunId, kind, dueDate }: DeadlineEntity, rung: string): string | null {
  return owingRunId && [owingRunId, kind, dueDate, rung].join('/');
}

/** The rung that reminds of a date; without one the date by which what was handed over is needed. */
interface NoticeDeadline {
  readonly id: string;
  readonly generation: number | null;
  readonly rung: string | null;
}

/** Writes notices; one that exists already is left as it is. Answers how many are new. */
export async function addNotices(m: EntityManager, notices: readonly NewNotice[]): Promise<number> {
  let added = 0;
  const leads = leadsOf(notices);
  for (let from = 0; from < notices.length; from += 300) {
    const part = notices.slice(from, from + 300);
    const result = await m.query<{ affectedRows: number }>(
      `INSERT IGNORE INTO notices (id, campaign_id, programme_version, person_id, office, subject, run_id, deadline_id,
         generation, rung, step, colour, at, lead_id) VALUES ${part.map(() => `(${'?, '.repeat(13)}?)`).join(', ')}`,
      part.flatMap((notice) => [
        noticeId(notice),
        notice.campaignId,
        notice.programmeVersion,
        notice.to.personId,
        notice.to.office,
        notice.subject,
        notice.runId,
        notice.deadline?.id ?? null,
        notice.deadline?.generation ?? null,
        notice.deadline?.rung ?? null,
        notice.step ?? null,
        notice.colour,
        new Date(notice.at),
        leads.get(notice) ?? null,
      ]),
    );
    added += result.affectedRows;
  }
  return added;
}

/** The first about a delay leads those after it to the same person. */
function leadsOf(notices: readonly NewNotice[]): Map<NewNotice, string> {
  const first = new Map<string, string>();
  return new Map(
    notices.flatMap((notice) => {
      if (!notice.delay) return [];
      const key = `${notice.delay} ${notice.to.personId}`;
      const lead = first.get(key);
      if (lead === undefined) first.set(key, noticeId(notice));
      return lead === undefined ? [] : [[notice, lead] as const];
    }),
  );
}

function noticeId({ deadline, to, cause, subject }: NewNotice): string {
  return deadline?.rung
    ? idOf('notice', deadline.id, deadline.generation ?? 0, deadline.rung, to.personId)
    : idOf('notice', cause, subject, to.personId);
}
