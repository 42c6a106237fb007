import { Injectable } from '@nestjs/common';
import { type WorkflowHandle, WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { type CommandMessage, commandUpdate, fromFailure, lookAgain, readState } from '@app/contracts';
import {
  checkStatedPast,
  DomainError,
  msOf,
  notGoing,
  type ProcessCommandName,
  processOf,
  rolesFor,
  shanghaiDateOf,
  type Attribution,
} from '@app/domain';
import { Clock } from '@app/platform';
import { AbsentRuns, notRunning } from './absent-runs';
import { Engine, isOutage } from '../edge/engine';
import { requestIdOf } from '../edge/keys/keyed-request';
import { isUnsettled, unknownOutcome, workerAway } from '../edge/outage';
import { type FoundRun, Places } from './places';
import { ProgrammeTime } from '../edge/programme-time';
import { type EarlierSending, RequestKeys } from '../edge/keys/request-keys';
import type { Speaker } from '../edge/speaker';
import type { Stated } from '../edge/attribution.dto';
import { Workers } from './workers';

/** How long a caller waits for the engine before he is told that the outcome is not known yet. */
const WAIT_MS = 10_000;

/** A hand-over on its way: which run, what, and what was stated with it. */
export interface Sending {
  readonly run: FoundRun;
  readonly command: { readonly name: ProcessCommandName; readonly input: object };
  readonly stated?: Stated;
}

/**
 * Finds what a command is about, by the present state of things; asked only where the key's earlier sending has no outcome
 * yet. `claimed` is the run to which that one went.
 */
export type FindSending = (claimed: string | null) => Promise<Sending>;

/** The one way by which a command reaches a process: an Update with an id made of who, what and the caller's key. */
@Injectable()
export class CommandDoor {
  constructor(
    private readonly clock: Clock,
    private readonly engine: Engine,
    private readonly time: ProgrammeTime,
    private readonly keys: RequestKeys,
    private readonly places: Places,
    private readonly absentRuns: AbsentRuns,
    private readonly workers: Workers,
  ) {}

  /**
   * Sends and waits; answers the run as it stands after it. A refusal is recorded with who was refused. What the key has
   * brought about already, whoever was or was not told of it, is answered and not sent again.
   */
  async send(speaker: Speaker, find: FindSending): Promise<FoundRun> {
    const earlier = await this.keys.earlier(speaker.request);
    if (earlier?.outcome) return this.delivered(earlier);
    try {
      const sending = await find(earlier?.runId ?? null);
      const { run } = sending;
      return await this.keys.noting(speaker, { campaignId: run.campaignId, id: run.id }, async () => {
        await this.deliver(speaker, sending, earlier !== null);
        return this.places.run(run.kind, run.id);
      });
    } catch (error) {
      const meanwhile = isUnsettled(error) ? null : await this.keys.earlier(speaker.request);
      if (meanwhile?.outcome && !meanwhile.outcome.refusal) return this.delivered(meanwhile);
      throw error;
    }
  }

  /** The outcome of the run's own write, read from its table: the engine may have forgotten it. */
  private async delivered({ runId, outcome }: EarlierSending): Promise<FoundRun> {
    const refusal = outcome?.refusal;
    if (refusal) throw new DomainError(refusal.code, refusal.message, refusal.details);
    return this.places.run(await this.places.kindOf(runId), runId);
  }

  private async deliver(
    speaker: Speaker,
    { run, command, stated = {} }: Sending,
    wentOutBefore: boolean,
  ): Promise<void> {
    const office = speaker.officeFor(run.place, rolesFor(processOf(run.kind), run.setting, command.name));
    const receivedAt = await this.time.now(run.campaignId);
    const { happenedOn, lateEntry } = stated;
    checkStatedPast({ ...command.input, ...stated }, shanghaiDateOf(receivedAt));
    const attribution: Attribution = {
      actor: speaker.identity.actor,
      office: office.role,
      receivedAt,
      ...(happenedOn !== undefined && { happenedOn }),
      ...(lateEntry !== undefined && { lateEntry }),
    };
    const { request } = speaker;
    if (request.command !== command.name) throw new Error(`the route of ${request.command} gives ${command.name}`);
    if (await this.workers.areAway()) throw wentOutBefore ? unknownOutcome() : workerAway();
    await this.keys.claim(request, run.id);
    await this.execute(run, requestIdOf(request), { command, attribution, requestDigest: request.requestDigest });
  }

  /**
   * A refusal by a workflow that is behind its row says nothing, and whether it was cannot be asked afterwards: it may have
   * caught up by then. So whatever a run refuses it is asked once more, where its row is.
   */
  private async execute(run: FoundRun, updateId: string, message: CommandMessage<Sending['command']>): Promise<void> {
    const { workflowId } = run;
    const update = commandUpdate<Sending['command']>(message.command.name);
    const send = () => this.ask(run, (handle) => handle.executeUpdate(update, { args: [message], updateId }));
    try {
      try {
        await this.absentRuns.outlasting(workflowId, send);
      } catch (error) {
        if (!(error instanceof WorkflowUpdateFailedError)) throw error;
        await this.lookAgainIfBehind(run);
        await this.absentRuns.outlasting(workflowId, send);
      }
      this.workers.noteFinished();
    } catch (error) {
      if (error instanceof WorkflowUpdateFailedError) {
        this.workers.noteFinished();
        throw fromFailure(error.cause) ?? new Error(`${message.command.name} failed`, { cause: error });
      }
      if (error instanceof WorkflowNotFoundError) throw reasonOf(run);
      if (isOutage(error)) throw unknownOutcome();
      throw error;
    }
  }

  /** The answer of a write is lost when database and engine stop between the two; then the row is ahead of its workflow. */
  private async lookAgainIfBehind(run: FoundRun): Promise<void> {
    const { version } = await this.ask(run, (handle) => handle.query(readState));
    if (version < run.version) await this.ask(run, (handle) => handle.executeUpdate(lookAgain));
  }

  private async ask<T>(run: FoundRun, question: (handle: WorkflowHandle) => Promise<T>): Promise<T> {
    const client = await this.engine.client();
    const handle = client.workflow.getHandle(run.workflowId);
    return client.withDeadline(msOf(this.clock.now()) + WAIT_MS, () => question(handle));
  }
}

/** The engine has no such open run: its row says why. */
function reasonOf({ kind, state, workflowId }: FoundRun): DomainError {
  return notGoing(processOf(kind), state) ?? notRunning(workflowId);
}
