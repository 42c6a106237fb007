import { Controller, Body, Post } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '@app/domain';
import { NoticeEntity } from '@app/persistence';
import { Command, Id, Speaking } from '../edge/decorators';
import { ProgrammeTime } from '../edge/programme-time';
import { RequestKeys } from '../edge/keys/request-keys';
import type { Speaker } from '../edge/speaker';
import { markNoticeReadDto, noticeReadDto } from './notices.dto';

/** What a person was told, as read by him. */
@Controller('notices')
export class NoticesController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: RequestKeys,
    private readonly time: ProgrammeTime,
  ) {}

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
      await m.update(NoticeEntity, { id }, { readAt });
      return { id, readAt };
    });
  }
}
