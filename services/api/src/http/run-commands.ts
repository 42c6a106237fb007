import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DocumentKind, Place, ProcessCommandName } from '@app/domain';
import { newestDocument } from '@app/persistence';
import { CommandDoor } from './command-door';
import { bodyOf, Documents, type FoundDocument } from './documents';
import { type FoundRun, Places, type RunTable } from './places';
import type { RemarksBody } from './remarks.dto';
import { type RunAnswer, toRunAnswer } from './run-answer.dto';
import type { Speaker } from './speaker';
import type { Stated } from './spoken.dto';

/** A command with its input, on a run named by its row's id. */
export interface OnRun {
  readonly table: RunTable;
  readonly id: string;
  readonly name: ProcessCommandName;
  readonly input: object;
  readonly stated: Stated;
  /** Where the id stands in the request. */
  readonly pointer?: string;
  /** Tells the items of a batch apart. */
  readonly item?: string;
  /** Where the subject stands, when it is not where the run does. */
  readonly place?: Place;
}

/** A command on the newest document of one of these kinds. */
export interface OnDocument {
  readonly id: string;
  readonly kinds: readonly DocumentKind[];
  readonly name: ProcessCommandName;
  readonly stated: Stated;
  readonly item?: string;
}

/** How routes give commands: by a run, by a document with its digest, or with remarks; each answers where the run stands. */
@Injectable()
export class RunCommands {
  constructor(
    private readonly door: CommandDoor,
    private readonly documents: Documents,
    private readonly places: Places,
  ) {}

  async onRun(speaker: Speaker, { table, id, name, input, stated, pointer, item, place }: OnRun): Promise<RunAnswer> {
    const found = await this.places.run(table, id, pointer);
    const run = place ? { ...found, place } : found;
    return this.send(speaker, { table, run }, { name, input }, stated, { item });
  }

  /** Hands a document over, pinned by the digest of what was read. */
  async handOver(speaker: Speaker, on: OnDocument, digest: string, more: object = {}): Promise<RunAnswer> {
    const found = await this.documents.findNewest(on.id, on.kinds);
    return this.send(speaker, found, { name: on.name, input: { documentId: on.id, digest, ...more } }, on.stated, on);
  }

  /** A command on the run of a document that needs nothing of the document itself. */
  async onDocument(speaker: Speaker, on: OnDocument, input: object = {}): Promise<RunAnswer> {
    const found = await this.documents.findNewest(on.id, on.kinds);
    return this.send(speaker, found, { name: on.name, input }, on.stated, on);
  }

  /** Returns a document with remarks by line, which are saved first and pinned by their digest. */
  async returnDocument(speaker: Speaker, on: OnDocument, lines: RemarksBody['lines']): Promise<RunAnswer> {
    const found = await this.documents.findNewest(on.id, on.kinds);
    return this.withRemarks(speaker, { ...found, returned: (m) => bodyOf(m, found) }, on, lines);
  }

  /** Returns what a run stands for, its newest document of a kind, with remarks. */
  async returnRun(
    speaker: Speaker,
    on: Pick<OnRun, 'table' | 'id' | 'name' | 'stated'> & { readonly kind: DocumentKind },
    lines: RemarksBody['lines'],
  ): Promise<RunAnswer> {
    const run = await this.places.run(on.table, on.id);
    const returned = async (m: EntityManager) => (await newestDocument(m, run.id, on.kind))?.body;
    return this.withRemarks(speaker, { table: on.table, run, returned }, on, lines);
  }

  private async withRemarks(
    speaker: Speaker,
    found: Pick<FoundDocument, 'table' | 'run'> & { readonly returned: (m: EntityManager) => Promise<unknown> },
    { name, stated }: Pick<OnRun, 'name' | 'stated'>,
    lines: RemarksBody['lines'],
  ): Promise<RunAnswer> {
    const input = await this.documents.remark(speaker, found.run, lines, found.returned);
    return this.send(speaker, found, { name, input }, stated, { content: lines });
  }

  private async send(
    speaker: Speaker,
    { table, run }: { readonly table: RunTable; readonly run: FoundRun },
    command: { readonly name: ProcessCommandName; readonly input: object },
    stated: Stated,
    more: { readonly content?: unknown; readonly item?: string } = {},
  ): Promise<RunAnswer> {
    const { content, item } = more;
    const after = await this.door.send(speaker, {
      table,
      run,
      command,
      stated,
      ...(content !== undefined && { content }),
      ...(item !== undefined && { item }),
    });
    return toRunAnswer(speaker, table, after);
  }
}
