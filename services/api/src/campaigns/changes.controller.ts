import { Controller, Get, Headers, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Events, Id, Speaking } from '../edge/decorators';
import { campaignOf } from '../edge/scope';
import type { Speaker } from '../edge/speaker';
import { Changes } from './changes';
import { changesDto, positionOf } from './changes.dto';

/** What changes in a campaign, told while it happens. */
@Controller('campaigns')
export class ChangesController {
  constructor(private readonly changes: Changes) {}

  @Get(':id/changes')
  @Events('readOverview', changesDto)
  listen(
    @Id() id: string,
    @Headers('last-event-id') after: string | undefined,
    @Speaking() speaker: Speaker,
    @Res() response: Response,
  ): Promise<void> {
    const asked = { campaignId: campaignOf(speaker, id), after: positionOf(after) };
    return this.changes.listen(speaker, asked, response);
  }
}
