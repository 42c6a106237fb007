import { Controller, Get, Header, Param, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { DomainError } from '@app/domain';
import { calendarOwnerOf, listOwnDates, officesHeldBy } from '@app/persistence';
import { Answers, MediaType, Public } from '../edge/decorators';
import { ProgrammeTime } from '../edge/programme-time';
import { calendarText } from './calendar-text';

const queryDto = z.strictObject({ lang: z.enum(['zh', 'en']).default('zh') });

const textDto = z.string().meta({
  id: 'CalendarFeedText',
  description:
    'RFC 5545；每个时限一个全天事项，只写何事、何日、在何处查看 / one whole day for each date: what, when, where to look',
});

/** What POST /me/calendar-feed gives out: 32 random bytes as base64url. */
const SECRET = /^[\w-]{43}$/;

/** 日历订阅: the dates of whoever was given the address. The secret in it is all that is asked, so it stands in no log. */
@Controller('calendar-feeds')
export class CalendarFeedsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly time: ProgrammeTime,
  ) {}

  @Get(':secret.ics')
  @Public()
  @Answers(textDto)
  @MediaType('text/calendar')
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @Header('Cache-Control', 'private, no-store')
  async read(
    @Param('secret') secret: string,
    @Query({ schema: queryDto }) { lang: language }: z.infer<typeof queryDto>,
    @Req() request: Request,
  ): Promise<string> {
    const { manager } = this.dataSource;
    const owner = SECRET.test(secret) ? await calendarOwnerOf(manager, secret) : null;
    if (!owner) throw new DomainError('not-found', '没有这个日历，或者地址已停用', {});
    const { offices } = await officesHeldBy(manager, owner);
    const now = await this.time.now(owner.campaignId);
    const entries = await listOwnDates(manager, { ...owner, offices }, now);
    const host = request.get('host');
    const origin = host === undefined ? null : `${request.protocol}://${host}`;
    return calendarText({ owner, entries, now, language, origin });
  }
}
