import { Controller, Get, Param, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { DomainError } from '@app/domain';
import { findStream, listStreams, readTimeline, type StreamLine, type StreamPlace } from '@app/persistence';
import { Read, Speaking } from '../edge/decorators';
import { timelineLineDto } from '../edge/lists.dto';
import { Listing } from '../edge/listing';
import { pageOf } from '../edge/paging';
import { assertSeesWhole, campaignOf, scopeOf } from '../edge/scope';
import type { Speaker } from '../edge/speaker';
import { placeOf } from '../process/places';
import { streamDto, streamName, streamPageDto, streamsQueryDto, streamTimelineQueryDto } from './streams.dto';

/** The record, stream by stream: of every run and every register entry, as it was written. */
@Controller('streams')
export class StreamsController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @Read('readStreams', streamPageDto)
  list(@Query({ schema: streamsQueryDto }) query: z.infer<typeof streamsQueryDto>, @Speaking() speaker: Speaker) {
    const { limit, cursor = null, kind, year, organisationId, branchId, q } = query;
    const campaignId = campaignOf(speaker, query.campaignId);
    const filter = { campaignId, year, organisationId, branchId, q };
    const asked = { kind, filter, scope: scopeOf(speaker, campaignId) };
    return new Listing({ limit, cursor }, async (m, page) => {
      const { items, nextCursor } = await listStreams(m, { ...asked, page });
      return { items: items.map(toLine), nextCursor };
    });
  }

  @Get(':stream')
  @Read('readStreams', streamDto)
  async read(@Param('stream', { schema: streamName }) stream: string, @Speaking() speaker: Speaker) {
    return toLine(await this.seen(speaker, stream));
  }

  @Get(':stream/timeline')
  @Read('readStreams', pageOf(timelineLineDto, 'Timeline'))
  async timeline(
    @Param('stream', { schema: streamName }) stream: string,
    @Query({ schema: streamTimelineQueryDto }) query: z.infer<typeof streamTimelineQueryDto>,
    @Speaking() speaker: Speaker,
  ) {
    await this.seen(speaker, stream);
    const { limit, cursor = null, order } = query;
    return new Listing({ limit, cursor }, (m, page) =>
      readTimeline(m, stream, { ...page, ...(order === 'newest' && { isNewestFirst: true }) }),
    );
  }

  /** What concerns no single organisation tells of all of them. */
  private async seen(speaker: Speaker, stream: string): Promise<StreamLine & StreamPlace> {
    const found = await findStream(this.dataSource.manager, stream);
    if (!found) throw new DomainError('not-found', '没有这条台账', { pointer: '/path/stream' });
    speaker.officeFor(placeOf(found));
    if (found.organisationId === null) assertSeesWhole(speaker, found.campaignId);
    return found;
  }
}

function toLine({ kind, organisationId, branchId, year, no, events, lastAt, stream }: StreamLine) {
  return { kind, organisationId, branchId, year, no, events, lastAt, stream };
}
