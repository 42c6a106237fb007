import { Controller, Get, Header } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { Public } from '../http/decorators';
import { ReadinessChecks } from '../http/readiness';

const CONTENT_TYPE = new Registry().contentType;

/** What the process consumes and whether the service works, for the operator's own monitoring; no business content. */
@Controller('metrics')
export class MetricsController {
  private readonly registry = new Registry();

  constructor(checks: ReadinessChecks) {
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
  }

  @Get()
  @Public()
  @Header('content-type', CONTENT_TYPE)
  read(): Promise<string> {
    return this.registry.metrics();
  }
}
