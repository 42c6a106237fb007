import { Controller, Get, Header } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { countDeliveries } from '@app/persistence';
import { bounded } from '@app/platform';
import { Public } from '../edge/decorators';
import { ReadinessChecks } from '../process/readiness';
import { type RunCounts, RunWatch } from '../process/run-watch';

/** A database that stands still holds up no measurement. */
const DELIVERY_COUNT_MS = 1000;

const CONTENT_TYPE = new Registry().contentType;

/** What the process consumes and whether everything works and runs that should; no business content. */
@Controller('metrics')
export class MetricsController {
  private readonly registry = new Registry();

  constructor(checks: ReadinessChecks, watch: RunWatch, dataSource: DataSource) {
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
    new Gauge({
      name: 'duibiao_deliveries',
      help: 'Mails that wait to be sent, and those that could not be delivered',
      labelNames: ['state'],
      registers: [this.registry],
      async collect() {
        const counts = await bounded(DELIVERY_COUNT_MS, () => countDeliveries(dataSource.manager), null);
        for (const state of ['waiting', 'given-up'] as const) this.set({ state }, counts?.[state] ?? NaN);
      },
    });
  }

  @Get()
  @Public()
  @Header('content-type', CONTENT_TYPE)
  read(): Promise<string> {
    return this.registry.metrics();
  }
}
