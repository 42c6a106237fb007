import { foreignTo, VIEW_LIST_NAMES, VIEW_LISTS } from './view-lists';

it.each(VIEW_LIST_NAMES)('%s has all that it is said to have, each once', (list) => {
  const { filters, columns, orders } = VIEW_LISTS[list];
  for (const names of [filters, columns, orders]) expect(new Set<string>(names).size).toBe(names.length);
  const look = { filters: Object.fromEntries(filters.map((name) => [name, 'x'])), columns };
  for (const sort of [null, ...orders]) expect(foreignTo(list, { ...look, sort })).toEqual([]);
});

it.each([
  ['a filter', { filters: { phase: 'survey', colour: 'red' } }, ['/filters/colour']],
  ['a filter that every object has', { filters: { constructor: 'x' } }, ['/filters/constructor']],
  ['an order', { sort: 'since ' }, ['/sort']],
  ['an order of another column', { sort: 'branch' }, ['/sort']],
  ['columns', { columns: ['smell', 'branch', 'light'] }, ['/columns/0', '/columns/2']],
])('names %s that the list does not have by its place', (_, look, pointers) => {
  const faults = foreignTo('branch-runs', { filters: {}, sort: null, columns: [], ...look });
  expect(faults.map(({ pointer }) => pointer)).toEqual(pointers);
});
