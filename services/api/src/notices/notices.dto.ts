import { z } from 'zod';
import { givenInstant, instant } from '../edge/attribution.dto';

export const markNoticeReadDto = z.strictObject({}).meta({ id: 'MarkNoticeRead' });

/** `until`: the time of the newest that he saw; what he is told later stays unread. */
export const markNoticesReadDto = z.strictObject({ until: givenInstant }).meta({ id: 'MarkNoticesRead' });

export type MarkNoticesRead = z.infer<typeof markNoticesReadDto>;

export const noticesReadDto = z.object({ read: z.int() }).meta({ id: 'NoticesRead' });

export const noticeReadDto = z.object({ id: z.string(), readAt: instant }).meta({ id: 'NoticeRead' });
