import { Controller, Get } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Read, Speaking } from '../http/decorators';
import type { Speaker } from '../http/speaker';

@Controller('me')
export class MeController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @Read('readMe', z.any())
  read(@Speaking() { identity }: Speaker) {
    const { login, personId, campaignId, offices } = identity;
    return { login, personId, campaignId, offices };
  }

  @Get('notices')
  @Read('readNotices', z.any())
  async notices(@Speaking() { identity }: Speaker) {
    const items = await this.dataSource.query<{ at: Date }[]>(
      'SELECT id, subject, rung, colour, at FROM notices WHERE person_id = ? ORDER BY at, id',
      [identity.personId],
    );
    return { items: items.map((item) => ({ ...item, at: item.at.toISOString() })), nextCursor: null };
  }
}
