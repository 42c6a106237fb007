import { Controller, Get, Header } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { Public } from '../http/decorators';
import { RunWatch } from '../http/run-watch';

const registry = new Registry();
registry.setDefaultLabels({ service: 'api' });
collectDefaultMetrics({ register: registry });

const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
const runsNotRunning = gauge('duibiao_runs_not_running', 'Open runs whose workflow does not run');
const keepersNotRunning = gauge('duibiao_keepers_not_running', 'Keepers whose workflow does not run');
const keepersPast = gauge('duibiao_keepers_past', 'Keepers that have not acted though their instant came');

/** What the process consumes and whether everything runs that should, for the operator's own monitoring; no business content. */
@Controller('metrics')
export class MetricsController {
  constructor(private readonly watch: RunWatch) {}

  @Get()
  @Public()
  @Header('content-type', registry.contentType)
  async read(): Promise<string> {
    const counts = await this.watch.read();
    runsNotRunning.set(counts?.runs ?? NaN);
    keepersNotRunning.set(counts?.keepers ?? NaN);
    keepersPast.set(counts?.keepersPast ?? NaN);
    return registry.metrics();
  }
}
