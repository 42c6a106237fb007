import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { KEEPER_QUEUE, PROCESS_QUEUE } from '@app/contracts';
import { bounded } from '@app/platform';
import { Engine } from '../edge/engine';

/** What the service stands on, and whether each part of it does its work. */
export interface Readiness {
  readonly database: boolean;
  readonly engine: boolean;
  /** A worker takes tasks of both its queues and finishes them. */
  readonly worker: boolean;
}

/** No check takes longer, whatever stands still; who asks for readiness waits two seconds. */
const CHECK_MS = 1700;

/** Looks whether database, engine and worker do their work: all at once, each within its limit. */
@Injectable()
export class ReadinessChecks {
  private checking: Promise<Readiness> | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly engine: Engine,
  ) {}

  /** Never throws; asked by many at once, it looks once. */
  look(): Promise<Readiness> {
    this.checking ??= this.check().finally(() => {
      this.checking = undefined;
    });
    return this.checking;
  }

  private async check(): Promise<Readiness> {
    const [database, engine, ...queues] = await Promise.all([
      bounded(CHECK_MS, () => this.dataSource.query('SELECT 1').then(() => true), false),
      this.engine.answers(CHECK_MS),
      this.engine.finishesTasks(PROCESS_QUEUE, CHECK_MS),
      this.engine.finishesTasks(KEEPER_QUEUE, CHECK_MS),
    ]);
    return { database, engine, worker: queues.every(Boolean) };
  }
}
