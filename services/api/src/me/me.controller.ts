import { Body, Controller, Delete, Get, Post, Put, Query } from '@nestjs/common';
import { listNotices, listTasks } from '@app/persistence';
import { Command, Read, ShownOnce, Speaking } from '../edge/decorators';
import { Listing } from '../edge/listing';
import { ProgrammeTime } from '../edge/programme-time';
import type { Speaker } from '../edge/speaker';
import { ADDRESS_SHOWN, CalendarFeed } from './calendar-feed.service';
import { MailAddress } from './mail-address.service';
import {
  calendarFeedDto,
  calendarFeedRevokedDto,
  issueCalendarFeedDto,
  issuedCalendarFeedDto,
  mailAddressDto,
  mailAddressForgottenDto,
  mailAddressSetDto,
  meDto,
  noticePageDto,
  type OwnListQuery,
  ownListQueryDto,
  type SetMailAddress,
  setMailAddressDto,
  taskPageDto,
} from './me.dto';

/** What is the asker's own: his offices, what waits for them, what he was told, the address of his calendar. */
@Controller('me')
export class MeController {
  constructor(
    private readonly time: ProgrammeTime,
    private readonly feed: CalendarFeed,
    private readonly mail: MailAddress,
  ) {}

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

  @Get('calendar-feed')
  @Read('readCalendarFeed', calendarFeedDto)
  calendarFeed(@Speaking() speaker: Speaker) {
    return this.feed.read(speaker);
  }

  @Post('calendar-feed')
  @Command('issueCalendarFeed', issuedCalendarFeedDto, 201)
  @ShownOnce(({ address }: { readonly address: string | null }) => (address === null ? {} : ADDRESS_SHOWN))
  issueCalendarFeed(@Body({ schema: issueCalendarFeedDto }) _body: object, @Speaking() speaker: Speaker) {
    return this.feed.issue(speaker);
  }

  @Delete('calendar-feed')
  @Command('revokeCalendarFeed', calendarFeedRevokedDto)
  revokeCalendarFeed(@Speaking() speaker: Speaker) {
    return this.feed.revoke(speaker);
  }

  @Get('mail-address')
  @Read('readMailAddress', mailAddressDto)
  mailAddress(@Speaking() speaker: Speaker) {
    return this.mail.read(speaker);
  }

  @Put('mail-address')
  @Command('setMailAddress', mailAddressSetDto)
  setMailAddress(@Body({ schema: setMailAddressDto }) body: SetMailAddress, @Speaking() speaker: Speaker) {
    return this.mail.set(speaker, body);
  }

  @Delete('mail-address')
  @Command('forgetMailAddress', mailAddressForgottenDto)
  forgetMailAddress(@Speaking() speaker: Speaker) {
    return this.mail.forget(speaker);
  }
}
