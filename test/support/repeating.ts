import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import type { CommandAnswer } from '@app/contracts';
import type { Attribution, DocumentKind, ProcessCommandName } from '@app/domain';
import { DocumentEntity, PersonEntity } from '@app/persistence';
import type { paths } from '../../services/console/src/api/schema';
import type { BranchHandOvers, BranchWithRun, HandOverWorld, Officeholder } from './branch-hand-overs';
import { requestOf } from './command-requests';
import type { HttpWorld } from './http';
import { present } from './present';
import type { World } from './world';

const EVERY_MS = 200;
const PATIENCE = 100;

/** A command as it was sent, with what it was answered. */
export interface Sent {
  readonly person: string;
  readonly method: 'post' | 'put' | 'delete';
  readonly path: string;
  readonly body: object;
  readonly key: string;
  readonly headers: Record<string, string>;
  readonly status: number;
  readonly answer: unknown;
}

/** A world in which hand-overs are made over HTTP and everything is said again: the same key gets the same answer. */
export class RepeatingWorld implements HandOverWorld {
  readonly sent: Sent[] = [];
  private readonly turns = new Map<string, number>();

  constructor(
    private readonly world: World,
    private readonly http: HttpWorld,
  ) {}

  get dataSource() {
    return this.world.dataSource;
  }

  get campaign() {
    return this.world.campaign;
  }

  get campaignId() {
    return this.world.campaignId;
  }

  goTo(until: string): Promise<void> {
    return this.world.goTo(until);
  }

  /**
   * One command of a person, twice at one moment, at once again under its key, and once more later: see `sayAllAgain`.
   * Where both are refused because the news of another command is still on its way, it is given anew.
   */
  async say<A>(
    personId: string,
    command: {
      readonly path: string;
      readonly body: object;
      readonly ifMatch?: string;
      readonly method?: Sent['method'];
    },
  ) {
    const { path, body, ifMatch } = command;
    const { method = ifMatch === undefined ? 'post' : 'put' } = command;
    const person = (await this.dataSource.manager.findOneByOrFail(PersonEntity, { id: personId })).code;
    const order = () => ({
      person,
      method,
      path,
      body,
      key: randomUUID(),
      headers: (ifMatch === undefined ? {} : { 'if-match': ifMatch }) as Record<string, string>,
    });
    for (let patience = PATIENCE; ; patience -= 1) {
      const sent = order();
      const both = await Promise.all([this.order(sent), this.order(sent)]);
      const [first, second] = both.map(({ status, body: answer }) => ({ status, answer: keptOf(answer) }));
      const { status, answer } = present(first);
      const isEarly = both.every((one) => one.status === 409);
      if (!isEarly) expect([path, second]).toEqual([path, first]);
      if (status < 300) {
        await this.note({ ...sent, status, answer });
        return both.map((one) => one.body as A & Partial<Opened>).find(({ codes }) => codes) ?? (both[0]?.body as A);
      }
      if (!isEarly || patience === 0) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  }

  /** One command that is refused where the tables are known: the refusal is kept, and given again like an answer. */
  async sayRefused(
    personId: string,
    { path, body }: { readonly path: string; readonly body: object },
  ): Promise<unknown> {
    const { code: person } = await this.dataSource.manager.findOneByOrFail(PersonEntity, { id: personId });
    const sent = { person, method: 'post' as const, path, body, key: randomUUID(), headers: {} };
    const { status, body: answer } = await this.order(sent);
    await this.note({ ...sent, status, answer: keptOf(answer) });
    return answer;
  }

  private async note(sent: Sent): Promise<void> {
    await this.compare(sent);
    this.sent.push(sent);
  }

  /** Every command once more, in the order in which they were sent. */
  async sayAllAgain(): Promise<void> {
    for (const sent of this.sent) await this.compare(sent);
  }

  async save({ id, kind, version, digest }: DocumentEntity, body: object, author: Officeholder) {
    const resource = RESOURCE_OF[kind as SavedKind];
    const ifMatch = `"${version}-${digest.slice(0, 16)}"`;
    return this.say<{ digest: string }>(author.personId, { path: `/${resource}/${id}`, body, ifMatch });
  }

  /** Opens a sheet as its signer reads it. */
  async openSheet(sheet: { documentId: string; digest: string }, personId: string, confirmed: readonly string[]) {
    const { documentId, digest } = sheet;
    const { kind } = await this.dataSource.manager.findOneByOrFail(DocumentEntity, { id: documentId });
    await this.say(personId, {
      path: `/${RESOURCE_OF[kind as SavedKind]}/${documentId}/open`,
      body: { digest, confirmed },
    });
  }

  async send(workflowId: string, name: string, input: object, { actor }: Attribution) {
    const { dataSource, campaignId } = this;
    const request = await requestOf(name as ProcessCommandName, { dataSource, campaignId, workflowId, input });
    if (!request.batch || !this.isBatchTurn(name)) return this.say<CommandAnswer>(actor, request);
    const { items } = await this.say<Batch>(actor, request.batch);
    return present(items[0]?.answer);
  }

  /** Every other time, a command that has a batch goes as one. */
  private isBatchTurn(name: string): boolean {
    const turns = (this.turns.get(name) ?? 0) + 1;
    this.turns.set(name, turns);
    return turns % 2 === 0;
  }

  /** On paper, counted by two; the first is held on-line. */
  async holdBallot(handOvers: BranchHandOvers, branch: BranchWithRun): Promise<void> {
    const { officer } = handOvers;
    const isOnline = this.isBatchTurn('ballot');
    const { ballotBoxId } = await this.say<Opened>(officer.personId, {
      path: '/ballot-boxes',
      body: { branchRunId: branch.runId, mode: isOnline ? 'online' : 'paper' },
    });
    const box = `/ballot-boxes/${ballotBoxId}`;
    const answers = ['A', 'A', 'A', 'A', 'A', 'A'];
    const reissue = { path: `${box}/reissue`, body: {} };
    const { codes } = isOnline ? await this.say<Opened>(officer.personId, reissue) : { codes: null };
    for (const code of codes ? [...codes.members, ...codes.masses] : []) {
      await this.http.send(null, 'post', { path: `${box}/ballots`, body: { code, answers }, key: null });
    }
    if (!isOnline) {
      const [size] = await this.dataSource.query<{ members: number; masses: number }[]>(
        'SELECT members, masses FROM branches WHERE id = ?',
        [branch.id],
      );
      const cast = present(size);
      const count = { cast, perQuestion: answers.map(() => ({ A: cast.members + cast.masses })) };
      for (const counter of await this.countersOf(handOvers))
        await this.say(counter, { path: `${box}/counts`, body: count });
    }
    await this.say(officer.personId, { path: `${box}/close`, body: {} });
  }

  /** First one who does not close the ballot. */
  private async countersOf({ organisationId, officer }: BranchHandOvers): Promise<string[]> {
    const rows = await this.dataSource.query<{ personId: string }[]>(
      `SELECT DISTINCT person_id AS personId FROM offices
        WHERE role IN ('organisation-officer', 'organisation-secretary') AND body_id = ?
        ORDER BY person_id = ?, person_id LIMIT 2`,
      [organisationId, officer.personId],
    );
    return rows.map(({ personId }) => personId);
  }

  private order({ person, method, path, body, key, headers }: Omit<Sent, 'status' | 'answer'>): Promise<Response> {
    return this.http.send(person, method, { path, body, key, headers });
  }

  private async compare(sent: Sent): Promise<void> {
    const { status, body } = await this.order(sent);
    expect([sent.path, status, keptOf(body)]).toEqual([sent.path, sent.status, sent.answer]);
  }
}

/** A sheet of ballot codes and a secret address are shown once, which is said, and every refusal has an id of its own; all else is answered as it was. */
function keptOf(answer: unknown): unknown {
  const { requestId: _, ...kept } = answer as { requestId?: string; notice?: string };
  const shownOnce = ['codes', 'address'].filter((field) => field in kept);
  if (shownOnce.length === 0) return kept;
  const { notice: __, ...unsaid } = kept;
  return { ...unsaid, ...Object.fromEntries(shownOnce.map((field) => [field, null])) };
}

interface Opened {
  readonly ballotBoxId: string;
  readonly codes: { readonly members: readonly string[]; readonly masses: readonly string[] } | null;
}

interface Batch {
  readonly items: readonly { readonly answer?: CommandAnswer }[];
}

/** Drawn up by the service when it is handed over; nobody saves it. */
type GeneratedKind = Extract<DocumentKind, `${string}-list` | 'remarks'>;
type SavedKind = Exclude<DocumentKind, GeneratedKind>;
type Resource = { [P in keyof paths]: P extends `/api/v1/${infer R}/{id}` ? R : never }[keyof paths];

const RESOURCE_OF: Readonly<Record<SavedKind, Resource>> = {
  survey: 'surveys',
  'organisation-plan': 'organisation-plans',
  'branch-plan': 'branch-plans',
  'self-assessment': 'assessments',
  'superior-assessment': 'assessments',
  'recheck-assessment': 'assessments',
  review: 'reviews',
};
