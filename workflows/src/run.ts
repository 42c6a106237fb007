import {
  ActivityFailure,
  allHandlersFinished,
  condition,
  currentUpdateInfo,
  setCurrentDetails,
  setHandler,
  TemporalFailure,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import {
  commandUpdate,
  type CommandAnswer,
  type CommandMessage,
  lookAgain,
  faultOfCommand,
  isKey,
  type NewsMessage,
  newsOf,
  PHASE_ATTRIBUTE,
  readState,
  type RunAnswer,
  type RunStart,
  type RunWrite,
  stateAfter,
  tellNews,
  toFailure,
  toRefusal,
} from '@app/contracts';
import { decideCommand, DomainError, type Instant, type PendingEffect, type Process, type RunTypes } from '@app/domain';
import { errands, writeRun } from './activity-options';
import { Age } from './age';
import { brought } from './bring';
import { DroppedSignals } from './dropped-signal';
import { detailsOf, phaseOf } from './run-details';
import { unfailing } from './unfailing';

/**
 * One run: its state, its queue, its messages. Contract:
 * 1. State changes only from the answer of a local write.
 * 2. Commands, news and opening go through one queue; nothing interleaves.
 * 3. A stale answer is adopted and the write repeated: the rules are asked again where the truth is.
 * 4. What must be told to others is done by the course, after the answer, and at least once: also what a write asked
 *    for whose answer was lost.
 * 5. A new execution takes its state from the row, whatever ended the one before: a phase was over, somebody terminated it,
 *    the engine lost it (docs/decisions/0022, 0034).
 */
export class Run<P extends RunTypes> {
  state: P['state'];
  version = 0;
  private readonly knownMessages = new Set<string>();
  private readonly pending: PendingEffect[] = [];
  private queue: Promise<unknown> = Promise.resolve();
  private phase = '';
  private shown = '';
  private lastReceivedAt: Instant;
  private readonly age: Age;
  private leaving = false;

  /** Takes every command and all news of its kind, before the first await. */
  constructor(
    private readonly process: Process<P>,
    private readonly start: RunStart<P['setting']>,
  ) {
    this.state = process.unopened;
    this.age = new Age(start);
    this.lastReceivedAt = start.resumed?.at ?? start.openedAt;
    const { version = 0, phase = '', details = '' } = start.resumed?.left ?? {};
    [this.version, this.phase, this.shown] = [version, phase, details];
    setHandler(readState, () => ({ version: this.version, state: this.holdsState ? this.state : null }));
    setHandler(lookAgain, () => this.lookAgain());
    const dropped = new DroppedSignals(
      () => this.lastReceivedAt,
      () => this.age.look(),
    );
    setHandler(tellNews, (value: unknown) => {
      const message = newsOf<P['news']>(value, process.news);
      return message === null ? dropped.drop(tellNews.name) : this.news(message);
    });
    dropped.takeTheRest();
    for (const name of Object.keys(process.commands) as P['command']['name'][]) {
      setHandler(commandUpdate<P['command']>(name), (message) => this.command(message), {
        validator: (message: CommandMessage<P['command']>) => this.validate(name, message),
      });
    }
  }

  /** The first local write: the run's row leaves `opening`, or says where the run stands. A run begun again says why. */
  async open(): Promise<void> {
    if (this.start.resumed?.left) return setCurrentDetails(this.shown);
    this.show();
    await this.lookAgain();
    const { at, revival } = this.start.resumed ?? {};
    if (at === undefined || revival === undefined) return;
    const operationKey = `revived/${workflowInfo().firstExecutionRunId}`;
    await this.serially(async () => {
      for (;;) {
        const answer = await this.write(
          'revived',
          { operationKey, requestDigest: NO_REQUEST, what: { kind: 'revive', at, revival } },
          at,
        );
        this.adopt(answer, operationKey, at);
        if (!answer.stale) return;
      }
    });
    const order = { runId: this.rowId, workflowId: workflowInfo().workflowId };
    await unfailing(errands.catchUp.executeWithOptions({ summary: 'catch up' }, [order]));
  }

  /** Opening is the write that can be asked for at any time: done once, it is answered with the row as it stands. */
  private lookAgain(): Promise<{ version: number }> {
    const at = this.start.openedAt;
    return this.serially(async () => {
      const answer = await this.write(
        'opened',
        { operationKey: 'opened', requestDigest: NO_REQUEST, what: { kind: 'open', at } },
        at,
      );
      this.adopt(answer, 'opened', at);
      return { version: this.version };
    });
  }

  /** Stays until the run is closed or goes on in a new history, telling others what the writes ask for. */
  async stayUntilClosed(): Promise<void> {
    const over = () => {
      if (this.isClosed || this.age.wear === 'worn') return true;
      return this.age.wear === 'ripe' && this.pending.length === 0 && allHandlersFinished();
    };
    for (;;) {
      this.show();
      await condition(() => over() || this.pending.length > 0 || this.changed());
      while (this.pending.length > 0) await this.tell(this.pending[0]);
      if (over() && this.pending.length === 0) break;
    }
    this.leaving = !this.isClosed;
  }

  /** Before the execution ends: nothing untold, no caller without his answer. */
  async finish(): Promise<void> {
    do {
      while (this.pending.length > 0) await this.tell(this.pending[0]);
      await condition(allHandlersFinished);
    } while (this.pending.length > 0);
    this.show();
  }

  private get rowId(): string {
    return this.process.rowId(this.start.setting);
  }

  get isClosed(): boolean {
    return this.state.step === this.process.last;
  }

  /** Start input of the run in a new history: what it needs beside stands in its row. */
  next(): RunStart<P['setting']> {
    const { resumed: _, ...start } = this.start;
    const left = { version: this.version, phase: this.phase, details: this.shown };
    return { ...start, resumed: { at: this.lastReceivedAt, left } };
  }

  /** An execution that goes on with a run holds its state from its first answer on. */
  private get holdsState(): boolean {
    return !this.start.resumed?.left || this.age.hasWritten;
  }

  private changed(): boolean {
    return this.holdsState && detailsOf(this.process, this.state) !== this.shown;
  }

  /** What an operator sees in the stock tools: stage, whom it waits for, since when. */
  private show(): void {
    if (!this.holdsState) return;
    const text = detailsOf(this.process, this.state);
    if (text !== this.shown) setCurrentDetails(text);
    this.shown = text;
    const phase = phaseOf(this.process, this.state);
    if (phase !== this.phase) upsertSearchAttributes([{ key: PHASE_ATTRIBUTE, value: phase }]);
    this.phase = phase;
  }

  private validate(name: P['command']['name'], message: CommandMessage<P['command']>): void {
    const pointer = isKey(currentUpdateInfo()?.id) ? faultOfCommand(name, message) : '/updateId';
    if (pointer !== null) throw toFailure({ code: 'invalid-input', message: '办理内容不完整', details: { pointer } });
    if (this.leaving) throw toFailure({ code: 'run-renewing', message: '流程正在换新记录，请稍候重试', details: {} });
    if (this.start.resumed && !this.age.hasWritten) return; // the row is not read yet; the write decides
    try {
      decideCommand(this.process, { setting: this.start.setting, state: this.state }, message);
    } catch (error) {
      throw error instanceof DomainError ? toFailure(toRefusal(error)) : error;
    }
  }

  private command(message: CommandMessage<P['command']>): Promise<CommandAnswer> {
    const operationKey = currentUpdateInfo()?.id ?? '';
    return this.serially(async () => {
      const receivedAt = this.notBefore(message.attribution.receivedAt);
      const attribution = { ...message.attribution, receivedAt };
      for (;;) {
        const answer = await this.write(
          message.command.name,
          {
            operationKey,
            requestDigest: message.requestDigest,
            what: { kind: 'command', command: message.command, attribution },
          },
          receivedAt,
        );
        this.adopt(answer, operationKey, receivedAt);
        if (answer.stale) continue;
        if (answer.refusal) throw toFailure(answer.refusal);
        return { version: this.version, step: this.state.step };
      }
    });
  }

  private async news(message: NewsMessage<P['news']>): Promise<void> {
    if (this.knownMessages.has(message.messageId)) return;
    this.knownMessages.add(message.messageId);
    await this.serially(async () => {
      const receivedAt = this.notBefore(message.receivedAt);
      for (;;) {
        const answer = await this.write(
          message.news.topic,
          {
            operationKey: message.messageId,
            requestDigest: NO_REQUEST,
            what: { kind: 'news', message: { ...message, receivedAt } },
          },
          receivedAt,
        );
        this.adopt(answer, message.messageId, receivedAt);
        if (!answer.stale) return;
      }
    });
  }

  /** Time of a run never goes back. */
  private notBefore(receivedAt: Instant): Instant {
    if (receivedAt > this.lastReceivedAt) this.lastReceivedAt = receivedAt;
    return this.lastReceivedAt;
  }

  private async write(
    summary: string,
    input: Pick<RunWrite<P>, 'operationKey' | 'requestDigest' | 'what'>,
    at: Instant,
  ): Promise<RunAnswer<P['state']>> {
    try {
      return await writeRun(this.process, `${summary} @ ${at}`, {
        runId: this.rowId,
        expectedVersion: this.version,
        ...(!this.holdsState && { whole: true }),
        ...input,
      });
    } catch (error) {
      // A TemporalFailure would close the run or become the stored outcome of a command; a plain Error is retried until mended.
      if (error instanceof ActivityFailure || error instanceof TemporalFailure)
        throw new Error(`local write failed: ${error.message}`, { cause: error });
      throw error;
    }
  }

  private adopt(answer: RunAnswer<P['state']>, operationKey: string, at: Instant): void {
    this.version = answer.version;
    this.state = stateAfter(answer, this.state, this.process.unopened);
    this.age.wrote(phaseOf(this.process, this.state));
    this.pending.push(...(answer.untold ?? []));
    answer.effects?.forEach((effect, index) => this.pending.push({ operationKey, index, at, effect }));
  }

  /** The engine itself brings a message to the one run it names; many, new ones, or one that is gone are an errand. */
  private async tell(pending: PendingEffect): Promise<void> {
    const order = { ...pending, sourceRunId: this.rowId, sourceWorkflowId: workflowInfo().workflowId };
    const { effect } = pending;
    const namesOne = effect.tell === 'keeper' || effect.tell === 'organisation';
    if (!namesOne || !(await brought(effect.refs.workflowId, order))) {
      await unfailing(errands.tell.executeWithOptions({ summary: `${effect.tell}: ${effect.topic}` }, [order]));
    }
    this.pending.shift();
  }

  /** One at a time, in the order of arrival, whether the one before succeeded or not. */
  private serially<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.queue.then(work, work);
    this.queue = mine.then(
      () => undefined,
      () => undefined,
    );
    return mine;
  }
}

/** News and openings have no request of a caller behind them. */
const NO_REQUEST = '';
