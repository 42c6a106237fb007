import { Controller, Get } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Read, Speaking } from '../http/decorators';
import type { Speaker } from '../http/speaker';

@Controller('people')
export class PeopleController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @Read('readPeople', z.any())
  async list(@Speaking() speaker: Speaker) {
    const items = await this.dataSource.query<unknown[]>(
      'SELECT id, code, name FROM people WHERE campaign_id = ? ORDER BY code',
      [speaker.identity.campaignId],
    );
    return { items, nextCursor: null };
  }
}
