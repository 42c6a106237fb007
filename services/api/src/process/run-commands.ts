import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { DocumentKind, Place, ProcessCommandName, RunEventType, RunKind, TypesOfRun } from '@app/domain';
import { newestDocument, payloadOf } from '@app/persistence';
import { type BatchAnswer, inBatch } from './batch';
import { CommandDoor, type FindSending } from './command-door';
import { bodyOf, Documents } from './documents';
import { Places } from './places';
import type { RemarksBody } from './remarks.dto';
import { requestIdOf } from '../edge/keys/keyed-request';
import { ProgrammeTime } from '../edge/programme-time';
import { RequestKeys } from '../edge/keys/request-keys';
import { type RunAnswer, toRunAnswer } from './run-answer.dto';
import type { Speaker } from '../edge/speaker';
import type { Stated } from '../edge/attribution.dto';

/** A command with its input, of a kind of run that knows it, on a run named by its row's id. */
export type OnRun = CommandOfKind & {
  readonly id: string;
  readonly stated: Stated;
  /** Where the id stands in the request. */
  readonly pointer?: string;
  /** Where the subject stands, when it is not where the run does. */
  readonly place?: Place;
};

type CommandOfKind = { [K in RunKind]: { readonly kind: K } & TypesOfRun<K>['command'] }[RunKind];

/** A command on the newest document of one of these kinds. */
export interface OnDocument {
  readonly id: string;
  readonly kinds: readonly DocumentKind[];
  readonly name: ProcessCommandName;
  readonly stated: Stated;
}

/** The items of a batch: what tells them apart, and the command on each, attribution under a key of its own. */
export interface InBatch<T> {
  readonly items: readonly T[];
  readonly idOf: (item: T) => string;
  readonly work: (speaker: Speaker, item: T) => Promise<RunAnswer>;
}

/**
 * How routes give commands: by a run, by a document with its digest, or with remarks; each answers where the run stands.
 * Whatever a command looks up, it looks up inside: after its key.
 */
@Injectable()
export class RunCommands {
  constructor(
    private readonly door: CommandDoor,
    private readonly documents: Documents,
    private readonly places: Places,
    private readonly keys: RequestKeys,
    private readonly time: ProgrammeTime,
    private readonly dataSource: DataSource,
  ) {}

  onRun(speaker: Speaker, on: OnRun | ((claimed: string | null) => Promise<OnRun>)): Promise<RunAnswer> {
    return this.send(speaker, async (claimed) => {
      const { kind, id, name, input, stated, pointer, place } = typeof on === 'function' ? await on(claimed) : on;
      const found = await this.places.run(kind, id, pointer);
      return { run: place ? { ...found, place } : found, command: { name, input }, stated };
    });
  }

  /** What this request's command recorded by an event of this type: what it made, however often it is asked. */
  async made<P>(speaker: Speaker, stream: string, type: RunEventType): Promise<P> {
    const operationKey = requestIdOf(speaker.request);
    const payload = await payloadOf<P>(this.dataSource.manager, { stream, type, operationKey });
    if (payload === null) throw new Error(`${operationKey} recorded no ${type} in ${stream}`);
    return payload;
  }

  /** Hands a document over, pinned by the digest of what was read. */
  handOver<R extends { readonly digest: string }>(speaker: Speaker, on: OnDocument, read: R): Promise<RunAnswer> {
    return this.onDocument(speaker, on, { documentId: on.id, ...read });
  }

  /** A command on the run of a document that needs nothing of the document itself. */
  onDocument(speaker: Speaker, { id, kinds, name, stated }: OnDocument, input: object = {}): Promise<RunAnswer> {
    return this.send(speaker, async () => {
      const { run } = await this.documents.findNewest(id, kinds);
      return { run, command: { name, input }, stated };
    });
  }

  /** Returns a document with remarks by line, which are saved first and pinned by their digest. */
  returnDocument(
    speaker: Speaker,
    { id, kinds, name, stated }: OnDocument,
    lines: RemarksBody['lines'],
  ): Promise<RunAnswer> {
    return this.send(speaker, async () => {
      const found = await this.documents.findNewest(id, kinds);
      const { run } = found;
      const input = await this.documents.remark(speaker, run, { lines, returned: (m) => bodyOf(m, found) });
      return { run, command: { name, input }, stated };
    });
  }

  /** Returns what a run stands for, its newest document of a kind, with remarks; `input` names what was read. */
  returnRun(
    speaker: Speaker,
    on: Pick<OnRun, 'kind' | 'name' | 'stated'> & {
      readonly find: () => Promise<string>;
      readonly input: object;
      readonly paper: DocumentKind;
    },
    lines: RemarksBody['lines'],
  ): Promise<RunAnswer> {
    const { kind, name, stated, find, input, paper } = on;
    return this.send(speaker, async () => {
      const run = await this.places.run(kind, await find());
      const returned = async (m: EntityManager) => (await newestDocument(m, { runId: run.id, kind: paper }))?.body;
      const remarks = await this.documents.remark(speaker, run, { lines, returned });
      return { run, command: { name, input: { ...input, ...remarks } }, stated };
    });
  }

  /** Each item once per key, like a command of its own. */
  inBatch<T>(speaker: Speaker, { items, idOf, work }: InBatch<T>): Promise<BatchAnswer<RunAnswer>> {
    const { reader } = speaker;
    return inBatch(items, {
      ...{ idOf, reader },
      work: (item) => {
        const speaking = speaker.forItem(idOf(item), item);
        return this.keys.answered(speaking.request, () => work(speaking, item));
      },
    });
  }

  private async send(speaker: Speaker, find: FindSending): Promise<RunAnswer> {
    const run = await this.door.send(speaker, find);
    return toRunAnswer(this.dataSource.manager, speaker, { run, now: await this.time.now(run.campaignId) });
  }
}
