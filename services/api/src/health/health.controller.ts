import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Public } from '../http/decorators';
import { Engine } from '../http/engine';

@Controller('health')
export class HealthController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly engine: Engine,
  ) {}

  @Get('live')
  @Public()
  live() {
    return { status: 'up' };
  }

  @Get('ready')
  @Public()
  async ready() {
    await this.dataSource.query('SELECT 1');
    if (!(await this.engine.answers())) throw new ServiceUnavailableException();
    return { status: 'up' };
  }
}
