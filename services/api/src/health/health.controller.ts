import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Answers, Public } from '../http/decorators';
import { Engine } from '../http/engine';

const healthDto = z.object({ status: z.literal('up') }).meta({ id: 'Health' });

/** Whether the process lives, and whether it can work: database and engine answer. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly engine: Engine,
  ) {}

  @Get('live')
  @Public()
  @Answers(healthDto)
  live(): z.infer<typeof healthDto> {
    return { status: 'up' };
  }

  @Get('ready')
  @Public()
  @Answers(healthDto)
  async ready(): Promise<z.infer<typeof healthDto>> {
    const [database, engine] = await Promise.all([
      this.dataSource.query('SELECT 1').then(
        () => true,
        () => false,
      ),
      this.engine.answers(),
    ]);
    if (!database || !engine) throw new ServiceUnavailableException({ database, engine });
    return { status: 'up' };
  }
}
