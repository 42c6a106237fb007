import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Answers, Public } from '../http/decorators';
import { Engine } from '../http/engine';
import { RunWatch } from '../http/run-watch';

const healthDto = z.object({ status: z.literal('up') }).meta({ id: 'Health' });
const runCountsDto = z
  .object({ runs: z.number(), keepers: z.number(), keepersPast: z.number() })
  .meta({ id: 'NotRunning', description: 'open runs and keepers that do not run, keepers that have not acted in time' });
const readinessDto = z
  .object({
    status: z.enum(['up', 'down']),
    database: z.boolean(),
    engine: z.boolean(),
    notRunning: runCountsDto.nullable(),
  })
  .meta({ id: 'Readiness', description: 'status 503 while database or engine does not answer' });

/** Whether the process lives, and whether it can work: database and engine answer. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly engine: Engine,
    private readonly watch: RunWatch,
  ) {}

  @Get('live')
  @Public()
  @Answers(healthDto)
  live(): z.infer<typeof healthDto> {
    return { status: 'up' };
  }

  @Get('ready')
  @Public()
  @Answers(readinessDto)
  async ready(@Res({ passthrough: true }) response: Response): Promise<z.infer<typeof readinessDto>> {
    const [database, engine] = await Promise.all([
      this.dataSource.query('SELECT 1').then(
        () => true,
        () => false,
      ),
      this.engine.answers(),
    ]);
    // one run that stands still is no reason to send the others' callers away: it is counted, not a 503
    const notRunning = database && engine ? await this.watch.read() : null;
    if (database && engine) return { status: 'up', database, engine, notRunning };
    response.status(HttpStatus.SERVICE_UNAVAILABLE);
    return { status: 'down', database, engine, notRunning };
  }
}
