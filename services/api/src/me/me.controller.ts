import { Controller, Get, Query } from '@nestjs/common';
import { listNotices, listTasks } from '@app/persistence';
import { Read, Speaking } from '../edge/decorators';
import { Listing } from '../edge/listing';
import { ProgrammeTime } from '../edge/programme-time';
import type { Speaker } from '../edge/speaker';
import { meDto, noticePageDto, type OwnListQuery, ownListQueryDto, taskPageDto } from './me.dto';

/** What is the asker's own: his offices, what waits for them, what he was told. */
@Controller('me')
export class MeController {
  constructor(private readonly time: ProgrammeTime) {}

  @Get()
  @Read('readMe', meDto)
  read(@Speaking() { identity }: Speaker) {
    const { login, sample, personId, campaignId, offices } = identity;
    return { login, sample, personId, campaignId, offices };
  }

  @Get('tasks')
  @Read('readTasks', taskPageDto)
  async tasks(@Query({ schema: ownListQueryDto }) query: OwnListQuery, @Speaking() speaker: Speaker) {
    const { campaignId, personId } = speaker.identity;
    if (!campaignId) return { items: [], nextCursor: null };
    const { limit, cursor = null } = query;
    const now = await this.time.now(campaignId);
    const asker = { campaignId, personId, offices: speaker.offices };
    return new Listing({ limit, cursor }, (m, page) => listTasks(m, asker, { page, now }));
  }

  @Get('notices')
  @Read('readNotices', noticePageDto)
  async notices(@Query({ schema: ownListQueryDto }) query: OwnListQuery, @Speaking() speaker: Speaker) {
    const { personId } = speaker.identity;
    if (!personId) return { items: [], nextCursor: null };
    const { limit, cursor = null } = query;
    return new Listing({ limit, cursor }, (m, page) => listNotices(m, personId, page));
  }
}
