import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  type Client,
  IllegalStateError,
  ServiceError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { DomainError, msOf } from '@app/domain';
import { type Config, connectTemporal, systemClock } from '@app/platform';

/** A caller waits this long for a connection; one who asks whether the engine answers, for `ANSWER_MS` more. */
const CONNECT_MS = 2000;
const ANSWER_MS = 2000;

/** The connection to the engine, made at its first use and made again after a failure: the API starts without it. */
@Injectable()
export class Engine implements OnApplicationShutdown {
  private connecting: Promise<Client> | undefined;

  constructor(private readonly config: Pick<Config, 'temporalAddress' | 'temporalNamespace'>) {}

  client(): Promise<Client> {
    const { temporalAddress, temporalNamespace } = this.config;
    this.connecting ??= connectTemporal(temporalAddress, temporalNamespace, CONNECT_MS).catch((error: unknown) => {
      this.connecting = undefined;
      throw error;
    });
    return this.connecting;
  }

  /** Whether the engine answers; never throws. */
  async answers(): Promise<boolean> {
    try {
      const client = await this.client();
      await client.withDeadline(msOf(systemClock.now()) + ANSWER_MS, () => client.workflowService.getSystemInfo({}));
      return true;
    } catch {
      return false;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    const client = await this.connecting?.catch(() => undefined);
    await client?.connection.close();
  }
}

/** Whether the engine did not answer, so that nobody knows yet what became of the request. */
export function isOutage(error: unknown): boolean {
  return (
    error instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
    error instanceof ServiceError ||
    error instanceof IllegalStateError ||
    (error instanceof Error && /connect|UNAVAILABLE|DEADLINE_EXCEEDED|ECONN/i.test(error.message))
  );
}

/** 503: the same key attaches again. */
export function unknownOutcome(): DomainError {
  return new DomainError('outcome-unknown', '流程引擎未及时答复，办理可能已经完成；请用同一 Idempotency-Key 重试', {});
}
