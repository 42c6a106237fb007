import type { InputFault } from '../input-fault';

/** What a list can be shown by: parameters of the API that narrow it, columns of its page, orders of the API. */
interface Shown {
  readonly filters: readonly string[];
  readonly columns: readonly string[];
  readonly orders: readonly string[];
}

/** The lists that can be kept as views, each by its resource, with all that a view of it may name. */
export const VIEW_LISTS = {
  'branch-runs': {
    filters: [
      'q',
      'year',
      'organisationId',
      'phase',
      'light',
      'waitingOn',
      'waits',
      'areaId',
      'branchId',
      'step',
      'mode',
      'target',
      'result',
      'disposition',
      'counted',
    ],
    columns: [
      'branch',
      'organisation',
      'year',
      'step',
      'ownLight',
      'waitingOn',
      'awaited',
      'since',
      'target',
      'mode',
      'selfScore',
      'superiorScore',
      'result',
      'recheck',
      'recognisedAt',
      'disposition',
    ],
    orders: ['code', '-code', 'since', '-since', '-score'],
  },
  branches: {
    filters: ['q', 'organisationId', 'areaId', 'year', 'counted'],
    columns: ['code', 'branch', 'organisation', 'members', 'masses', 'foundedOn', 'validTo'],
    orders: [],
  },
  'organisation-runs': {
    filters: ['year', 'organisationId', 'step'],
    columns: [
      'organisation',
      'year',
      'step',
      'ownLight',
      'waitingOn',
      'awaited',
      'since',
      'plannedThisYear',
      'plannedNextYear',
      'sentAt',
      'registeredAt',
    ],
    orders: [],
  },
  problems: {
    filters: ['openedYear', 'organisationId', 'state', 'light', 'mandatory', 'branchId'],
    columns: [
      'problem',
      'branch',
      'organisation',
      'measure',
      'owner',
      'dueDate',
      'light',
      'state',
      'source',
      'mandatory',
      'verifier',
      'closedAt',
    ],
    orders: [],
  },
  deadlines: {
    filters: ['year', 'organisationId', 'kind', 'light', 'open', 'areaId', 'of'],
    columns: ['matter', 'responsible', 'dueDate', 'light', 'lastHeard', 'slip', 'openedAt'],
    orders: [],
  },
  slips: {
    filters: ['year', 'organisationId', 'colour', 'state'],
    columns: [
      'serial',
      'matter',
      'responsible',
      'dueDate',
      'light',
      'lastHeard',
      'slip',
      'branches',
      'documentNumber',
      'draftedAt',
      'issuedAt',
      'receivedOn',
      'answerDate',
      'closedAt',
    ],
    orders: [],
  },
  'late-entries': {
    filters: ['year', 'organisationId'],
    columns: ['matter', 'responsible', 'dueDate', 'light', 'met'],
    orders: [],
  },
  refusals: { filters: [], columns: ['recordedAt', 'actor', 'command', 'subject', 'reason'], orders: [] },
  streams: {
    filters: ['kind', 'q', 'year', 'organisationId', 'branchId'],
    columns: ['streamOf', 'streamKind', 'events', 'lastAt'],
    orders: [],
  },
  grants: {
    filters: ['q', 'bodyKind'],
    columns: ['person', 'role', 'body', 'validFrom', 'heldTo', 'deputy'],
    orders: [],
  },
  deliveries: {
    filters: ['state'],
    columns: ['madeAt', 'person', 'notices', 'state', 'tries', 'lastTriedAt', 'lastOutcome', 'lastAnswer', 'nextTryAt'],
    orders: [],
  },
  accounts: {
    filters: ['q', 'signedIn'],
    columns: ['login', 'person', 'openSessions', 'lastSeenAt', 'sample'],
    orders: [],
  },
} as const satisfies Readonly<Record<string, Shown>>;

export type ViewList = keyof typeof VIEW_LISTS;
export type ListFilter<L extends ViewList> = (typeof VIEW_LISTS)[L]['filters'][number];
export type ListColumn<L extends ViewList> = (typeof VIEW_LISTS)[L]['columns'][number];
export type ListOrder<L extends ViewList> = (typeof VIEW_LISTS)[L]['orders'][number];

export const VIEW_LIST_NAMES = Object.keys(VIEW_LISTS) as ViewList[];

/** What a view keeps of how a list is looked at. */
export interface Look {
  readonly filters: Readonly<Record<string, string>>;
  readonly sort: string | null;
  readonly columns: readonly string[];
}

/** What of a look the list does not have: each filter, order and column by its place. */
export function foreignTo(list: ViewList, { filters, sort, columns }: Look): InputFault[] {
  const has: Shown = VIEW_LISTS[list];
  const fault = (pointer: string, message: string) => ({ pointer, code: 'unknown-name', message });
  return [
    ...Object.keys(filters).flatMap((name) =>
      has.filters.includes(name) ? [] : [fault(`/filters/${name}`, `清单没有这一筛选条件：${name}`)],
    ),
    ...(sort === null || has.orders.includes(sort) ? [] : [fault('/sort', `清单不能这样排序：${sort}`)]),
    ...columns.flatMap((name, at) =>
      has.columns.includes(name) ? [] : [fault(`/columns/${at}`, `清单没有这一列：${name}`)],
    ),
  ];
}
