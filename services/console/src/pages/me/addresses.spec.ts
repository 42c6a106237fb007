import { deedAt, type ProcessCommandName, type RunKind, stepsOfDeeds } from '@app/domain';
import type { components } from '../../api/schema';
import { addressOf, placeOf } from './addresses';

const KINDS = ['branch-run', 'organisation-run', 'spot-check'] as const satisfies readonly RunKind[];

/** Done on a page of its own; everything else on the page of the run that waits. */
const ELSEWHERE = { concludeRecheck: '/rechecks' } as const satisfies Partial<Record<ProcessCommandName, string>>;

const action = (name: string) => ({ name, title: '', titleEn: '' });

it.each(KINDS.flatMap((kind) => stepsOfDeeds(kind).map((step) => [kind, deedAt(kind, step) ?? ''] as const)))(
  'a %s that waits for %s leads to where that is done',
  (kind, name) => {
    const elsewhere: string | undefined = ELSEWHERE[name as keyof typeof ELSEWHERE];
    expect(placeOf({ kind, id: '1', runId: null, action: action(name) })).toBe(elsewhere ?? `/${kind}s/1`);
  },
);

it.each([
  ['round', 'orderSpotCheck', '/spot-checks'],
  ['round', 'openPublication', '/publications'],
  ['publication', 'recordRecognition', '/recognitions'],
  ['recheck', 'confirmRecheck', '/rechecks'],
] as const)('a %s that waits for %s leads to %s', (kind, name, place) => {
  expect(placeOf({ kind, id: '1', runId: null, action: action(name) })).toBe(place);
});

it('a recheck that nobody may confirm leads to where rechecks are', () => {
  expect(placeOf({ kind: 'recheck', id: '1', runId: null, action: null })).toBe('/rechecks');
});

it('a problem leads to those of its branch', () => {
  expect(placeOf({ kind: 'problem', id: '1', runId: '2', action: null })).toBe('/branch-problems/2');
});

/** Of everything that a notice can be about. */
const TOLD = {
  'branch-run': '/branch-runs/1',
  'organisation-run': '/organisation-runs/1',
  problem: '/branches/2/problems',
  slip: '/slips/1',
} as const satisfies Record<NonNullable<components['schemas']['Notice']['kind']>, string>;

it.each(Object.entries(TOLD))('a notice about a %s leads to %s', (kind, place) => {
  expect(addressOf({ kind: kind as keyof typeof TOLD, runId: '1', branchId: '2' })).toBe(place);
});

it('a notice about nothing that has a page leads nowhere', () => {
  expect(addressOf({ kind: null, runId: null, branchId: null })).toBeNull();
});
