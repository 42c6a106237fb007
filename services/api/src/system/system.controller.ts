import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { DataSource } from 'typeorm';
import { REVIVAL_CAUSE_WORDS, RUN_KINDS } from '@app/domain';
import { bodiesOfRuns, countRungsDue } from '@app/persistence';
import { Clock } from '@app/platform';
import { instant } from '../edge/attribution.dto';
import { idSchema, Read, Speaking } from '../edge/decorators';
import { namesDto } from '../edge/paging';
import { assertSeesWhole, campaignOf } from '../edge/scope';
import type { Speaker } from '../edge/speaker';
import { ReadinessChecks } from '../process/readiness';
import { type DeadRun, RunWatch } from '../process/run-watch';
import { QUEUES, TaskQueues } from './task-queues';

const queryDto = z.strictObject({ campaignId: idSchema.optional() });

const pollerDto = z
  .object({ identity: z.string(), release: z.string().nullable(), lastAskedAt: instant.nullable() })
  .meta({ id: 'QueueWorker', description: 'whoever asked the queue for tasks within the last minutes' });

const queueDto = z
  .object({
    queue: z.enum(QUEUES),
    backlog: z.int(),
    oldestSeconds: z.int(),
    workers: z.array(pollerDto),
  })
  .meta({ id: 'TaskQueue', description: 'tasks that wait for a worker, and since when the oldest does' });

const systemDto = z
  .object({
    at: instant,
    database: z.boolean(),
    engine: z.boolean(),
    worker: z.boolean(),
    queues: z.array(queueDto).nullable(),
    notRunning: z
      .object({
        count: z.int(),
        runs: z.array(
          z
            .object({
              kind: z.enum([...RUN_KINDS, 'keeper']),
              /** Whose year it is, or whose dates a keeper keeps; null or without a name where it is the committee's. */
              bodyId: z.string().nullable(),
              year: z.int().nullable(),
              cause: z.object({ zh: z.string(), en: z.string() }),
            })
            .meta({ id: 'DeadRun' }),
        ),
      })
      .nullable(),
    keepersPast: z.int().nullable(),
    rungsDue: z.int(),
    names: namesDto,
  })
  .meta({
    id: 'System',
    description: 'how the parts of the service do; what could not be seen within two seconds is null',
  });

/** So many of the campaign's runs that do not run are named; all are counted. */
const NAMED = 50;

/** How the service does, for who runs it: its parts, what waits, what should run and does not. */
@Controller('system')
export class SystemController {
  constructor(
    private readonly checks: ReadinessChecks,
    private readonly watch: RunWatch,
    private readonly taskQueues: TaskQueues,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Read('readSystem', systemDto)
  async read(@Query({ schema: queryDto }) query: z.infer<typeof queryDto>, @Speaking() speaker: Speaker) {
    const campaignId = campaignOf(speaker, query.campaignId);
    assertSeesWhole(speaker, campaignId);
    const at = this.clock.now();
    const [parts, queues, seen, rungsDue] = await Promise.all([
      this.checks.look(),
      this.taskQueues.look(),
      this.watch.look(),
      countRungsDue(this.dataSource.manager, campaignId, at),
    ]);
    // what was seen before the engine went away says nothing of now
    const standing = parts.engine ? seen : null;
    return {
      at,
      ...parts,
      queues,
      notRunning: standing && {
        count: standing.counts.runs + standing.counts.keepers,
        runs: await this.named(standing.dead.filter(({ run }) => run.campaignId === campaignId)),
      },
      keepersPast: standing && standing.counts.keepersPast,
      rungsDue,
    };
  }

  private async named(dead: readonly DeadRun[]) {
    const shown = dead.slice(0, NAMED);
    const bodies = await bodiesOfRuns(
      this.dataSource.manager,
      shown.map(({ run }) => run),
    );
    return shown.map(({ run: { kind, id, year }, status }) => ({
      kind,
      bodyId: bodies.get(id) ?? null,
      year,
      cause: REVIVAL_CAUSE_WORDS[status],
    }));
  }
}
