import { z } from 'zod';
import { BODY_KINDS, DEADLINE_KINDS, DELIVERY_STATES, MAIL_WISHES } from '@app/domain';
import { TASK_KINDS } from '@app/persistence';
import { lightDto } from '../edge/lists.dto';
import { namesDto, pageFields, pageOf } from '../edge/paging';
import { officeRefDto } from '../process/run-answer.dto';
import { instant } from '../edge/attribution.dto';

/** The account, the person behind it, and the offices he holds; `Duibiao-Office` chooses one of them for a request. */
export const meDto = z
  .object({
    login: z.string(),
    sample: z.boolean(),
    personId: z.string().nullable(),
    campaignId: z.string().nullable(),
    offices: z.array(
      z.object({
        id: z.string(),
        campaignId: z.string(),
        role: z.string(),
        bodyKind: z.enum(BODY_KINDS),
        bodyId: z.string(),
      }),
    ),
    names: namesDto,
  })
  .meta({ id: 'Me' });

export const ownListQueryDto = z.strictObject(pageFields);

export type OwnListQuery = z.infer<typeof ownListQueryDto>;

/**
 * What waits for an office of the asker, a slip among it, or a problem that he owns: the step in words, and what does it (`action`);
 * `runId` is of the branch's latest year, for a problem only. While `held`, nothing can be handed over: so many branches wait
 * for their organisation's list of conclusions, and those of `lacking` have none yet.
 * Where it `isStuck`, whoever holds the office is kept away from it by the separation of persons: another must be brought in.
 * `workdaysLeft` is negative by the workdays that have passed since.
 */
export const taskPageDto = pageOf(
  z
    .object({
      kind: z.enum(TASK_KINDS),
      id: z.string(),
      workflowId: z.string().nullable(),
      runId: z.string().nullable(),
      year: z.int(),
      code: z.string(),
      name: z.string(),
      step: z.string(),
      title: z.string(),
      titleEn: z.string(),
      action: z.object({ name: z.string(), title: z.string(), titleEn: z.string() }).nullable(),
      held: z.object({ branches: z.int(), lacking: z.array(z.string()) }).nullable(),
      isStuck: z.boolean(),
      since: instant.nullable(),
      office: officeRefDto.nullable(),
      light: lightDto.nullable(),
      dueDate: z.string().nullable(),
      workdaysLeft: z.int().nullable(),
    })
    .meta({ id: 'Task' }),
  'TaskPage',
);

/** What the asker is told, in a sentence without a person and a score; `kind` with `runId`, of a problem with `branchId`, says where it leads. */
export const noticePageDto = pageOf(
  z
    .object({
      id: z.string(),
      kind: z.enum(['branch-run', 'organisation-run', 'problem', 'slip']).nullable(),
      runId: z.string().nullable(),
      branchId: z.string().nullable(),
      code: z.string().nullable(),
      name: z.string().nullable(),
      year: z.int().nullable(),
      subject: z.string(),
      title: z.string(),
      titleEn: z.string(),
      sentence: z.string(),
      sentenceEn: z.string(),
      office: z.string().nullable(),
      deadlineId: z.string().nullable(),
      deadlineKind: z.enum(DEADLINE_KINDS).nullable(),
      dueDate: z.string().nullable(),
      rung: z.string().nullable(),
      colour: z.enum(['none', 'blue', 'yellow', 'red']),
      at: instant,
      lines: z.array(z.object({ runId: z.string(), code: z.string(), name: z.string() }).meta({ id: 'NoticeBranch' })),
      readAt: instant.nullable(),
    })
    .meta({ id: 'Notice' }),
  'NoticePage',
);

/** Since when he has an address for his calendar, in real time; null where he has none. The address itself is shown once. */
export const calendarFeedDto = z.object({ issuedAt: instant.nullable() }).meta({ id: 'CalendarFeed' });

export const issueCalendarFeedDto = z.strictObject({}).meta({ id: 'IssueCalendarFeed' });

export const issuedCalendarFeedDto = z
  .object({ issuedAt: instant, address: z.string().nullable(), notice: z.string() })
  .meta({
    id: 'IssuedCalendarFeed',
    description:
      'address: path of the feed on this server, answered once and never kept; null where it was answered before. ?lang=en after it: in English',
  });

export const calendarFeedRevokedDto = z.object({ issuedAt: z.null() }).meta({ id: 'CalendarFeedRevoked' });

/** Where his notices go by mail; `last`: what became of the newest. */
export const mailAddressDto = z
  .object({
    isAvailable: z.boolean(),
    address: z.string().nullable(),
    wish: z.enum(MAIL_WISHES).nullable(),
    since: instant.nullable(),
    last: z
      .object({
        state: z.enum(DELIVERY_STATES),
        notices: z.int(),
        madeAt: instant,
        endedAt: instant.nullable(),
        tries: z.int(),
      })
      .nullable(),
  })
  .meta({ id: 'MailAddress', description: 'isAvailable: whether this service sends mails; all instants in real time' });

export const setMailAddressDto = z
  .strictObject({ address: z.string().max(254), wish: z.enum(MAIL_WISHES) })
  .meta({ id: 'SetMailAddress' });

export type SetMailAddress = z.infer<typeof setMailAddressDto>;

export const mailAddressSetDto = z.object({ wish: z.enum(MAIL_WISHES), since: instant }).meta({ id: 'MailAddressSet' });

export const mailAddressForgottenDto = z.object({ address: z.null() }).meta({ id: 'MailAddressForgotten' });
