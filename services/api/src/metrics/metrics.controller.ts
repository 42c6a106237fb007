import { Controller, Get, Header } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { Public } from '../edge/decorators';
import { ReadinessChecks } from '../process/readiness';
import { type RunCounts, RunWatch } from '../process/run-watch';

const CONTENT_TYPE = new Registry().contentType;

/** What the process consumes and whether everything works and runs that should; no business content. */
@Controller('metrics')
export class MetricsController {
  private readonly registry = new Registry();

  constructor(checks: ReadinessChecks, watch: RunWatch) {
    this.registry.setDefaultLabels({ service: 'api' });
    collectDefaultMetrics({ register: this.registry });
    new Gauge({
      name: 'duibiao_part_up',
      help: '1 while the part answers (database, engine) or finishes tasks (worker), as /health/ready says',
      labelNames: ['part'],
      registers: [this.registry],
      async collect() {
        for (const [part, isUp] of Object.entries(await checks.look())) this.set({ part }, isUp ? 1 : 0);
      },
    });
    const counted = (name: string, help: string, count: keyof RunCounts) =>
      new Gauge({
        name,
        help,
        registers: [this.registry],
        async collect() {
          this.set((await watch.read())?.[count] ?? NaN);
        },
      });
    counted('duibiao_runs_not_running', 'Open runs whose workflow does not run', 'runs');
    counted('duibiao_keepers_not_running', 'Keepers whose workflow does not run', 'keepers');
    counted('duibiao_keepers_past', 'Keepers that have not acted though their instant came', 'keepersPast');
  }

  @Get()
  @Public()
  @Header('content-type', CONTENT_TYPE)
  read(): Promise<string> {
    return this.registry.metrics();
  }
}
