import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { Answers, Public } from '../edge/decorators';
import { ReadinessChecks } from '../process/readiness';
import { RunWatch } from '../process/run-watch';

const healthDto = z.object({ status: z.literal('up') }).meta({ id: 'Health' });
const runCountsDto = z.object({ runs: z.number(), keepers: z.number(), keepersPast: z.number() }).meta({
  id: 'NotRunning',
  description: 'open runs and keepers that do not run, keepers that have not acted in time',
});
const readinessDto = z
  .object({
    status: z.enum(['up', 'down']),
    database: z.boolean(),
    engine: z.boolean(),
    worker: z.boolean(),
    notRunning: runCountsDto.nullable(),
  })
  .meta({
    id: 'Readiness',
    description: 'status 503 while database or engine does not answer, or no worker finishes tasks; within two seconds',
  });

/** Whether the process lives, and whether the service works: database and engine answer, a worker finishes tasks. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly checks: ReadinessChecks,
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
    const [parts, notRunning] = await Promise.all([this.checks.look(), this.watch.read()]);
    const isUp = Object.values(parts).every(Boolean); // one run that stands still is no reason to send everybody away
    if (!isUp) response.status(HttpStatus.SERVICE_UNAVAILABLE);
    return { status: isUp ? 'up' : 'down', ...parts, notRunning };
  }
}
