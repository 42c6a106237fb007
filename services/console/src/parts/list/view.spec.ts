import { heldOf, isAsKept, leftOutOf, lookOf, searchOfView, type View, type Viewed } from './view';

const list: Viewed = {
  path: '/api/v1/slips',
  filters: [
    { name: 'q', kind: 'search' },
    { name: 'state', kind: 'choice', words: { draft: { zh: '拟', en: 'draft' } } },
  ],
  columns: [
    { name: 'matter', fields: [], cell: () => null, sort: { up: 'matter', down: '-matter' } },
    { name: 'state', fields: [], cell: () => null },
  ],
};

const view = (more: Partial<View>): View => ({
  id: 'v',
  name: '拟稿',
  list: 'slips',
  filters: {},
  sort: null,
  columns: [],
  shared: null,
  campaignId: 'c',
  ownerId: 'o',
  isOwn: true,
  version: 1,
  etag: '"1-a"',
  savedAt: '2020-06-01T00:00:00.000Z',
  ...more,
});

const whole = view({ filters: { q: '一', state: 'draft' }, sort: '-matter', columns: ['state', 'matter'] });

it('is what an address says, there and back', () => {
  const search = searchOfView(whole);
  expect(search).toEqual({ q: '一', state: 'draft', sort: '-matter', columns: 'state,matter', view: 'v' });
  expect(lookOf(list, search)).toEqual({ filters: whole.filters, sort: '-matter', columns: ['state', 'matter'] });
  expect([isAsKept(list, whole, search), leftOutOf(list, whole)]).toEqual([true, { filters: [], columns: [] }]);
});

it.each([
  ['another filter', { q: '二' }],
  ['no filter', { state: undefined }],
  ['another order', { sort: 'matter' }],
  ['other columns', { columns: 'matter,state' }],
])('is changed by %s', (_, change) => {
  expect(isAsKept(list, whole, { ...searchOfView(whole), ...change })).toBe(false);
});

it('opens with what the list still has, and names the rest', () => {
  const old = view({
    filters: { state: 'burnt', colour: 'red', q: '一' },
    sort: 'colour',
    columns: ['colour', 'state'],
  });
  expect(heldOf(list, old)).toEqual({ filters: { q: '一' }, sort: null, columns: ['state'] });
  expect(leftOutOf(list, old)).toEqual({ filters: ['state', 'colour'], columns: ['colour', 'colour'] });
  expect(isAsKept(list, old, { q: '一', columns: 'state', view: 'v' })).toBe(true);
  expect(lookOf(list, { columns: 'state,colour,' }).columns).toEqual(['state']);
});
