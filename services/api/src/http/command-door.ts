import { Injectable } from '@nestjs/common';
import { type WorkflowHandle, WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { DataSource } from 'typeorm';
import { type CommandMessage, commandUpdate, fromFailure, lookAgain, readState } from '@app/contracts';
import {
  type BranchRunCommandName,
  type BranchRunSetting,
  campaignOfficesFor,
  checkStatedPast,
  DomainError,
  msOf,
  officesFor,
  type OrganisationRunCommandName,
  type OrganisationRunSetting,
  organisationOfficesFor,
  type ProcessCommandName,
  type Role,
  shanghaiDateOf,
  type SpotCheckCommandName,
  spotCheckOfficesFor,
  type Spoken,
} from '@app/domain';
import { RunOperationEntity } from '@app/persistence';
import { Clock } from '@app/platform';
import { AbsentRuns, notRunning } from './absent-runs';
import { Engine, isOutage, unknownOutcome } from './engine';
import { type FoundRun, Places, type RunTable } from './places';
import { ProgrammeTime } from './programme-time';
import { keyedRequest, requestIdOf, RequestKeys } from './request-keys';
import type { Speaker } from './speaker';
import type { Stated } from './spoken.dto';

/** How long a caller waits for the engine before he is told that the outcome is not known yet. */
const WAIT_MS = 10_000;

/** A hand-over on its way: which run, what, and what was stated with it. */
export interface Sending {
  readonly table: RunTable;
  readonly run: FoundRun;
  readonly command: { readonly name: ProcessCommandName; readonly input: object };
  readonly stated?: Stated;
  /** What the caller's key stands for, where it is more than the command; for example the text of remarks. */
  readonly content?: unknown;
  /** Tells the items of a batch apart under one key. */
  readonly item?: string;
}

/** The one way by which a command reaches a process: an Update with an id made of who, what and the caller's key. */
@Injectable()
export class CommandDoor {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly engine: Engine,
    private readonly time: ProgrammeTime,
    private readonly keys: RequestKeys,
    private readonly places: Places,
    private readonly absentRuns: AbsentRuns,
  ) {}

  /** Sends and waits; answers the run as it stands after it. A refusal is recorded with who was refused. */
  async send(speaker: Speaker, sending: Sending): Promise<FoundRun> {
    const { run } = sending;
    return this.keys.noting(speaker, { campaignId: run.campaignId, id: run.id }, async () => {
      await this.deliver(speaker, sending);
      return this.places.run(sending.table, run.id);
    });
  }

  private async deliver(speaker: Speaker, { table, run, command, stated = {}, content, item }: Sending): Promise<void> {
    const office = speaker.officeFor(run.place, rolesAccepted(table, run.setting, command.name));
    const receivedAt = await this.time.now(run.campaignId);
    const { happenedOn, lateEntry } = stated;
    checkStatedPast({ ...command.input, ...stated }, shanghaiDateOf(receivedAt));
    const spoken: Spoken = {
      actor: speaker.identity.actor,
      office: office.role,
      receivedAt,
      ...(happenedOn !== undefined && { happenedOn }),
      ...(lateEntry !== undefined && { lateEntry }),
    };
    const request = keyedRequest(speaker, { runId: run.id, command: content ?? command.input, ...stated }, item);
    await this.keys.claim(request, run.id);
    const updateId = requestIdOf(request);
    await this.execute(run, updateId, { command, spoken, requestDigest: request.requestDigest });
  }

  /** A refusal by a workflow that is behind its row says nothing: it looks again, and is asked once more. */
  private async execute(run: FoundRun, updateId: string, message: CommandMessage<Sending['command']>): Promise<void> {
    try {
      await this.update(run, updateId, message);
    } catch (error) {
      if (!(error instanceof DomainError) || !(await this.wasBehind(run))) throw error;
      await this.update(run, updateId, message);
    }
  }

  private async update(run: FoundRun, updateId: string, message: CommandMessage<Sending['command']>): Promise<void> {
    try {
      const update = commandUpdate<Sending['command']>(message.command.name);
      const send = () => this.ask(run, (handle) => handle.executeUpdate(update, { args: [message], updateId }));
      await this.absentRuns.outlasting(run.workflowId, send);
    } catch (error) {
      if (error instanceof WorkflowUpdateFailedError) {
        throw fromFailure(error.cause) ?? new Error(`${message.command.name} failed`, { cause: error });
      }
      if (error instanceof WorkflowNotFoundError) return this.answerOfClosed(run, updateId);
      if (isOutage(error)) throw unknownOutcome();
      throw error;
    }
  }

  /** The answer of a write is lost when database and engine stop between the two; then the row is ahead of its workflow. */
  private async wasBehind(run: FoundRun): Promise<boolean> {
    try {
      const { version } = await this.ask(run, (handle) => handle.query(readState));
      if (version >= run.version) return false;
      await this.ask(run, (handle) => handle.executeUpdate(lookAgain));
      return true;
    } catch (error) {
      if (error instanceof WorkflowNotFoundError || isOutage(error)) return false;
      throw error;
    }
  }

  private async ask<T>(run: FoundRun, question: (handle: WorkflowHandle) => Promise<T>): Promise<T> {
    const client = await this.engine.client();
    const handle = client.workflow.getHandle(run.workflowId);
    return client.withDeadline(msOf(this.clock.now()) + WAIT_MS, () => question(handle));
  }

  /** The engine has no such open run: what its rows say is the answer, if they say anything. */
  private async answerOfClosed(run: FoundRun, operationKey: string): Promise<void> {
    const known = await this.dataSource.manager.findOneBy(RunOperationEntity, { runId: run.id, operationKey });
    if (known) {
      const { refusal } = known.outcome as { refusal: Pick<DomainError, 'code' | 'message' | 'details'> | null };
      if (refusal) throw new DomainError(refusal.code, refusal.message, refusal.details);
      return;
    }
    const { step } = run;
    if (step === 'closed' || step === 'concluded') throw new DomainError('run-closed', '本年度任务已结束', { step });
    if (step === 'opening') throw new DomainError('run-opening', '正在建立，请稍候重试', { step });
    throw notRunning(run.workflowId);
  }
}

/** The roles that the run's own rule takes the command from; where bodies have one superior each, nobody needs to choose. */
function rolesAccepted(table: RunTable, setting: unknown, name: ProcessCommandName): readonly Role[] {
  switch (table) {
    case 'branch_runs':
      return officesFor(setting as BranchRunSetting, name as BranchRunCommandName);
    case 'organisation_runs':
      return organisationOfficesFor(setting as OrganisationRunSetting, name as OrganisationRunCommandName);
    case 'spot_checks':
      return spotCheckOfficesFor(name as SpotCheckCommandName);
    case 'campaigns':
      return campaignOfficesFor();
  }
}
