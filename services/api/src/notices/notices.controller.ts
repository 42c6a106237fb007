import { Controller, Body, Post } from '@nestjs/common';
import { DataSource, IsNull, LessThanOrEqual } from 'typeorm';
import { DomainError } from '@app/domain';
import { NoticeEntity } from '@app/persistence';
import { Command, Id, Speaking } from '../edge/decorators';
import { ProgrammeTime } from '../edge/programme-time';
import { RequestKeys } from '../edge/keys/request-keys';
import type { Speaker } from '../edge/speaker';
import {
  markNoticeReadDto,
  type MarkNoticesRead,
  markNoticesReadDto,
  noticeReadDto,
  noticesReadDto,
} from './notices.dto';

/** What a person was told, as read by him. */
@Controller('notices')
export class NoticesController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: RequestKeys,
    private readonly time: ProgrammeTime,
  ) {}

  @Post('read')
  @Command('markNoticeRead', noticesReadDto)
  async readAll(@Body({ schema: markNoticesReadDto }) { until }: MarkNoticesRead, @Speaking() speaker: Speaker) {
    const { personId, campaignId } = speaker.identity;
    const readAt = personId && campaignId ? await this.time.now(campaignId) : null;
    return this.keys.once(speaker.request, async (m) => {
      if (!personId || !readAt) return { read: 0 };
      const unread = { personId, readAt: IsNull(), at: LessThanOrEqual(until) };
      const { affected } = await m.update(NoticeEntity, unread, { readAt });
      return { read: affected ?? 0 };
    });
  }

  @Post(':id/read')
  @Command('markNoticeRead', noticeReadDto)
  async read(@Id() id: string, @Body({ schema: markNoticeReadDto }) _body: object, @Speaking() speaker: Speaker) {
    const notice = await this.dataSource.manager.findOneBy(NoticeEntity, { id });
    if (notice?.personId !== speaker.identity.personId || notice === null) {
      throw new DomainError('not-found', '没有这条通知', { pointer: '/path/id' });
    }
    const now = await this.time.now(notice.campaignId);
    return this.keys.once(speaker.request, async (m) => {
      const readAt = notice.readAt ?? now;
      await m.update(NoticeEntity, [{ id }, { leadId: id }], { readAt });
      return { id, readAt };
    });
  }
}
