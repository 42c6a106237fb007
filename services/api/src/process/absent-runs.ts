import { Injectable } from '@nestjs/common';
import { WorkflowNotFoundError } from '@temporalio/client';
import { DataSource } from 'typeorm';
import { isForTheMoment } from '@app/contracts';
import { beginIfLost } from '@app/engine';
import { DomainError } from '@app/domain';
import { Clock } from '@app/platform';
import { Engine } from '../edge/engine';
import { runRenewing } from '../edge/outage';

/** So often a command is sent again while its run goes over into a new history, so long after: some seconds in all. */
const TRIES = 40;
const AGAIN_MS = 100;

/** What a command does that finds no execution of an open run: it outlasts a change of histories, and begins what was lost. */
@Injectable()
export class AbsentRuns {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly engine: Engine,
  ) {}

  /** Sends again, under the same id, while the run goes over into a new history, or once the engine knows it again. */
  async outlasting<T>(workflowId: string, send: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await send();
      } catch (error) {
        if (tries === TRIES) throw isForTheMoment(error) ? runRenewing() : error;
        if (error instanceof WorkflowNotFoundError) {
          if (!(await this.runs(workflowId))) throw error;
        } else if (!isForTheMoment(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
    }
  }

  private async runs(workflowId: string): Promise<boolean> {
    const world = { dataSource: this.dataSource, engine: await this.engine.client(), now: () => this.clock.now() };
    return (await beginIfLost(world, workflowId, 'api')) === 'runs';
  }
}

/** 409: nothing was done, and nothing will be before an operator has the run begun again. */
export function notRunning(workflowId: string): DomainError {
  return new DomainError(
    'run-not-running',
    '该流程没有运行（被终止、取消或已失败），本次没有办理；请运维人员用 npx duibiao run revive 恢复后重试',
    { workflowId },
  );
}
