import type { EntityManager } from 'typeorm';
import { type Instant, type OrganisationKind, STREAM_KINDS, type StreamKind, stemOf } from '@app/domain';
import { toInstant } from '../../tables/columns';
import { addScope, type Scope, type ScopeColumns } from '../scope.queries';
import { addSearch, Conditions, type Listed, type PageRequest, readPage, type SortKey } from '../select';

/** A stream by what it is the record of: how long it is, and when it was last added to. */
export interface StreamLine {
  readonly stream: string;
  readonly kind: StreamKind;
  readonly year: number | null;
  readonly organisationId: string | null;
  readonly branchId: string | null;
  /** Of a spot check, and of a slip that was issued. */
  readonly no: number | null;
  readonly events: number;
  /** Programme time. */
  readonly lastAt: Instant;
}

/** Where it stands in the tree, besides. */
export interface StreamPlace {
  readonly campaignId: string;
  readonly areaId: string | null;
  readonly parentId: string | null;
  readonly organisationKind: OrganisationKind | null;
}

/** What streams can be narrowed by. */
export interface StreamFilter {
  readonly campaignId?: string;
  readonly stream?: string;
  readonly year?: number | undefined;
  readonly organisationId?: string | undefined;
  readonly branchId?: string | undefined;
  readonly q?: string | undefined;
}

/** Where a kind's entries stand, and what they are known by. */
interface StreamTable {
  readonly from: string;
  readonly stream: string;
  /** The column that a stream's name is sought by, which holds it whole or what follows its first colon. */
  readonly named: string;
  readonly isWhole?: true;
  readonly campaign: string;
  readonly year: string | null;
  readonly no?: string;
  readonly place: ScopeColumns;
  readonly search: string | null;
  readonly sort: readonly SortKey[];
}

const OF_BRANCH = {
  place: { area: 'o.area_id', organisation: 'o.id', branch: 'b.id' },
  search: 'b.search_text',
} as const;
const WHOLE: ScopeColumns = { area: null, organisation: null, branch: null };

function ofCampaign(prefix: string): StreamTable {
  return {
    from: 'campaigns r',
    stream: `CONCAT('${prefix}:', r.campaign_key)`,
    named: 'r.campaign_key',
    campaign: 'r.id',
    year: null,
    place: WHOLE,
    search: null,
    sort: [{ sql: 'r.id' }],
  };
}

const TABLES: Readonly<Record<StreamKind, StreamTable>> = {
  campaign: {
    from: 'campaigns r',
    stream: 'r.workflow_id',
    named: 'r.workflow_id',
    isWhole: true,
    campaign: 'r.id',
    year: null,
    place: WHOLE,
    search: null,
    sort: [{ sql: 'r.id' }],
  },
  'organisation-run': {
    from: 'organisation_runs r JOIN organisations o ON o.id = r.organisation_id',
    stream: 'r.workflow_id',
    named: 'r.workflow_id',
    isWhole: true,
    campaign: 'r.campaign_id',
    year: 'r.year',
    place: { area: 'r.area_id', organisation: 'o.id', branch: null },
    search: 'o.search_text',
    sort: [{ sql: 'o.code' }, { sql: 'r.year' }, { sql: 'r.id' }],
  },
  'branch-run': {
    from: `branch_runs r JOIN branches b ON b.id = r.branch_id JOIN organisations o ON o.id = r.organisation_id`,
    stream: 'r.workflow_id',
    named: 'r.workflow_id',
    isWhole: true,
    campaign: 'r.campaign_id',
    year: 'r.year',
    ...OF_BRANCH,
    sort: [{ sql: 'b.code' }, { sql: 'r.year' }, { sql: 'r.id' }],
  },
  'spot-check': {
    from: 'spot_checks r',
    stream: 'r.workflow_id',
    named: 'r.workflow_id',
    isWhole: true,
    campaign: 'r.campaign_id',
    year: 'r.year',
    no: 'r.no',
    place: WHOLE,
    search: null,
    sort: [{ sql: 'r.no' }, { sql: 'r.id' }],
  },
  problem: {
    from: 'problems r JOIN branches b ON b.id = r.branch_id JOIN organisations o ON o.id = b.organisation_id',
    stream: "CONCAT('problem:', r.id)",
    named: 'r.id',
    campaign: 'r.campaign_id',
    year: 'r.opened_year',
    ...OF_BRANCH,
    sort: [{ sql: 'b.code' }, { sql: 'r.opened_year' }, { sql: 'r.id' }],
  },
  slip: {
    from: `slips r JOIN deadlines d ON d.id = r.deadline_id JOIN organisations o ON o.id = r.organisation_id
           LEFT JOIN branches b ON b.id = r.branch_id`,
    stream: "CONCAT('slip:', r.id)",
    named: 'r.id',
    campaign: 'r.campaign_id',
    year: 'd.year',
    no: 'r.serial',
    place: OF_BRANCH.place,
    search: 'COALESCE(b.search_text, o.search_text)',
    sort: [{ sql: 'o.code' }, { sql: 'd.year' }, { sql: 'r.id' }],
  },
  ballot: {
    from: `ballot_boxes x JOIN branch_runs r ON r.id = x.branch_run_id JOIN branches b ON b.id = r.branch_id
           JOIN organisations o ON o.id = r.organisation_id`,
    stream: "CONCAT('ballot:', x.id)",
    named: 'x.id',
    campaign: 'x.campaign_id',
    year: 'r.year',
    ...OF_BRANCH,
    sort: [{ sql: 'b.code' }, { sql: 'r.year' }, { sql: 'x.id' }],
  },
  roster: ofCampaign('roster'),
  clock: ofCampaign('clock'),
};

type Row = Omit<StreamLine, 'kind' | 'lastAt'> & StreamPlace & { readonly lastAt: Date };

/** One page of the streams of a kind, in the order of those whom they are about. */
export async function listStreams(
  m: EntityManager,
  asked: {
    readonly kind: StreamKind;
    readonly filter: StreamFilter;
    readonly scope: Scope;
    readonly page: PageRequest;
  },
): Promise<Listed<StreamLine & StreamPlace>> {
  const { kind, filter, scope, page } = asked;
  const { from, stream, named, isWhole, campaign, year, no, place, search, sort } = TABLES[kind];
  const name = isWhole ? filter.stream : filter.stream?.slice(filter.stream.indexOf(':') + 1);
  const where = new Conditions().equal(campaign, filter.campaignId).equal(named, name);
  const narrow = (column: string | null, value: string | number | undefined) =>
    column !== null ? where.equal(column, value) : value !== undefined && where.add('FALSE');
  narrow(year, filter.year);
  narrow(place.organisation, filter.organisationId);
  narrow(place.branch, filter.branchId);
  if (search !== null) addSearch(where, filter.q, search);
  addScope(where, scope, place);
  const { items, nextCursor } = await readPage<Row>(m, {
    columns: `${stream} AS stream, ${year ?? 'NULL'} AS year, ${campaign} AS campaignId,
      ${place.organisation ?? 'NULL'} AS organisationId, ${place.branch ?? 'NULL'} AS branchId, ${no ?? 'NULL'} AS no,
      ${place.area ?? 'NULL'} AS areaId, ${place.organisation ? 'o.parent_id' : 'NULL'} AS parentId,
      ${place.organisation ? 'o.kind' : 'NULL'} AS organisationKind, h.sequence AS events,
      (SELECT e.recorded_at FROM process_events e WHERE e.stream = h.stream AND e.sequence = h.sequence) AS lastAt`,
    from: `${from} JOIN stream_heads h ON h.stream = ${stream}`,
    where,
    sort: { keys: sort },
    page,
  });
  return { items: items.map((row) => ({ ...row, kind, lastAt: toInstant(row.lastAt) })), nextCursor };
}

/** The stream of this name; null where there is none. */
export async function findStream(m: EntityManager, stream: string): Promise<(StreamLine & StreamPlace) | null> {
  const kind = STREAM_KINDS.find((one) => stream.startsWith(`${stemOf(one)}:`));
  if (!kind) return null;
  const asked = { kind, filter: { stream }, scope: { kind: 'all' }, page: { limit: 1 } } as const;
  const [found] = (await listStreams(m, asked)).items;
  return found?.stream === stream ? found : null;
}
