import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  DomainError,
  foreignTo,
  type InputFault,
  isSharedWith,
  mayShareWith,
  type Role,
  type ViewList,
  type ViewShare,
} from '@app/domain';
import { digestOf, idOf, insertView, listViews, OfficeEntity, replaceView, ViewEntity } from '@app/persistence';
import { checkIfMatch, etagOf } from '../edge/etag';
import { inputSentence } from '../edge/input/input-sentence';
import { faultsAt } from '../edge/input/validation.pipe';
import { requestIdOf } from '../edge/keys/keyed-request';
import { RequestKeys } from '../edge/keys/request-keys';
import { Listing } from '../edge/listing';
import { ProgrammeTime } from '../edge/programme-time';
import { campaignOf } from '../edge/scope';
import type { Speaker } from '../edge/speaker';
import { LIST_QUERIES, type ListQueries } from './list-queries';
import type { ChangeView, SaveView, ViewsQuery } from './views.dto';

/** Views of lists: who may open them reads them, who owns them changes them; one he may not open is not there for him. */
@Injectable()
export class Views {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: RequestKeys,
    private readonly time: ProgrammeTime,
    @Inject(LIST_QUERIES) private readonly queries: ListQueries,
  ) {}

  /** His own and those shared with an office he acts in, by name. */
  list(speaker: Speaker, query: ViewsQuery) {
    const { limit, cursor = null, campaignId: named, list } = query;
    const campaignId = campaignOf(speaker, named);
    const reader = { campaignId, ownerId: speaker.identity.actor, offices: speaker.offices };
    return new Listing({ limit, cursor }, async (m, page) => {
      const { items, nextCursor } = await listViews(m, reader, { list, page });
      return { items: items.map((view) => toAnswer(speaker, view)), nextCursor };
    });
  }

  async read(speaker: Speaker, id: string) {
    return toAnswer(speaker, visible(speaker, await this.dataSource.manager.findOneBy(ViewEntity, { id })));
  }

  async save(speaker: Speaker, { campaignId: named, list, ...body }: SaveView) {
    const campaignId = campaignOf(speaker, named);
    checkLook(list, body, this.queries);
    const { request, identity } = speaker;
    return this.keys.noting(speaker, { campaignId, id: null }, async () => {
      const savedAt = await this.time.now(campaignId);
      return this.keys.once(request, async (m) => {
        const id = idOf(identity.actor, 'view', requestIdOf(request));
        const written = await writtenOf(m, { speaker, campaignId, body });
        const view = { id, campaignId, ownerId: identity.actor, list, ...written, version: 1, savedAt };
        await insertView(m, view);
        return toAnswer(speaker, view);
      });
    });
  }

  /** Over the version that If-Match names. */
  async change(
    speaker: Speaker,
    id: string,
    { body, ifMatch }: { readonly body: ChangeView; readonly ifMatch: string | undefined },
  ) {
    const { campaignId, list } = visible(speaker, await this.dataSource.manager.findOneBy(ViewEntity, { id }));
    checkLook(list, body, this.queries);
    return this.keys.noting(speaker, { campaignId, id }, async () => {
      const savedAt = await this.time.now(campaignId);
      return this.keys.once(speaker.request, async (m) => {
        const current = await own(m, speaker, id);
        checkIfMatch(ifMatch, tagged(current));
        const written = await writtenOf(m, { speaker, campaignId, body });
        const view = { ...current, ...written, version: current.version + 1, savedAt };
        await replaceView(m, view);
        return toAnswer(speaker, view);
      });
    });
  }

  async delete(speaker: Speaker, id: string, ifMatch: string | undefined) {
    const { campaignId } = visible(speaker, await this.dataSource.manager.findOneBy(ViewEntity, { id }));
    return this.keys.noting(speaker, { campaignId, id }, () =>
      this.keys.once(speaker.request, async (m) => {
        checkIfMatch(ifMatch, tagged(await own(m, speaker, id)));
        await m.delete(ViewEntity, { id });
        return { id };
      }),
    );
  }
}

function visible(speaker: Speaker, view: ViewEntity | null): ViewEntity {
  const offices = speaker.offices.filter(({ campaignId }) => campaignId === view?.campaignId);
  if (view && (view.ownerId === speaker.identity.actor || isSharedWith(shareOf(view), offices))) return view;
  throw new DomainError('not-found', '没有这个视图，或没有与所任岗位共用', { pointer: '/path/id' });
}

async function own(m: EntityManager, speaker: Speaker, id: string): Promise<ViewEntity> {
  const found = await m.findOne(ViewEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  const view = visible(speaker, found);
  if (view.ownerId === speaker.identity.actor) return view;
  throw new DomainError('forbidden', '视图只由保存人修改、删除；可另存为自己的视图', {});
}

/** Nothing is kept that the list does not have or would refuse: it would open as something else than was saved, or not at all. */
function checkLook(list: ViewList, look: ChangeView, queries: ListQueries): void {
  const foreign = foreignTo(list, look);
  const errors = foreign.length > 0 ? foreign : faultsOfFilters(queries[list], look);
  if (errors[0]) throw new DomainError('invalid-input', errors[0].message, { errors });
}

function faultsOfFilters(query: ListQueries[ViewList], { filters }: ChangeView): InputFault[] {
  const { error } = query.safeParse(filters, { error: inputSentence });
  return error ? faultsAt('/filters', error) : [];
}

interface Writing {
  readonly speaker: Speaker;
  readonly campaignId: string;
  readonly body: ChangeView;
}

async function writtenOf(m: EntityManager, { speaker, campaignId, body: { shared: asked, ...body } }: Writing) {
  const shared = asked && (await sharedOf(m, campaignId, asked));
  const offices = speaker.offices.filter((office) => office.campaignId === campaignId);
  if (shared && !mayShareWith(shared, offices)) {
    throw new DomainError('forbidden', '只能与本人所任的岗位共用', { pointer: '/shared' });
  }
  const { role = null, bodyKind = null, bodyId = null } = shared ?? {};
  return { ...body, sharedRole: role, sharedBodyKind: bodyKind, sharedBodyId: bodyId };
}

/** The office that is meant, which must be one of the campaign. */
async function sharedOf(
  m: EntityManager,
  campaignId: string,
  { role, bodyId }: { readonly role: Role; readonly bodyId: string | null },
): Promise<ViewShare> {
  if (bodyId === null) return { role, bodyKind: null, bodyId };
  const office = await m.findOneBy(OfficeEntity, { campaignId, role, bodyId });
  if (office) return { role, bodyKind: office.bodyKind, bodyId };
  throw new DomainError('invalid-input', '这个机构没有这个岗位', { pointer: '/shared/bodyId' });
}

function shareOf({ sharedRole: role, sharedBodyKind: bodyKind, sharedBodyId: bodyId }: ViewEntity): ViewShare | null {
  return role && { role, bodyKind, bodyId };
}

/** Of what the ETag is made. */
function tagged(view: ViewEntity) {
  const { version, name, filters, sort, columns } = view;
  return { version, digest: digestOf({ name, filters, sort, columns, shared: shareOf(view) }) };
}

/** The white list of a view. */
function toAnswer(speaker: Speaker, view: ViewEntity) {
  const { id, list, name, filters, sort, columns, campaignId, ownerId, version, savedAt } = view;
  const shown = { name, list, filters, sort, columns, shared: shareOf(view), campaignId, ownerId };
  const isOwn = ownerId === speaker.identity.actor;
  return { ...shown, isOwn, version, etag: etagOf(tagged(view)), savedAt, id };
}
