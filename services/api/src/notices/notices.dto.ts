import { z } from 'zod';
import { instant } from '../edge/attribution.dto';

export const markNoticeReadDto = z.strictObject({}).meta({ id: 'MarkNoticeRead' });

export const noticeReadDto = z.object({ id: z.string(), readAt: instant }).meta({ id: 'NoticeRead' });
