import { isQuiet, type RoundView } from './quiet';
import type { BranchRunView, OrganisationRunView, PublicationView, SpotCheckView } from './reads';

const EARLIER = '2020-11-23T02:00:00.000Z';
const NOW = '2020-11-24T02:00:00.000Z';
const LATER = '2020-11-25T02:00:00.000Z';

const branch = (step: BranchRunView['step'], since = EARLIER) =>
  ({ branchCode: 'JG03-01', organisationCode: 'JG03', mode: 'attain', step, since }) as BranchRunView;
const organisation = (step: OrganisationRunView['step'], since = NOW) =>
  ({ organisationCode: 'JG03', step, since }) as OrganisationRunView;
const check = (step: SpotCheckView['step']) => ({ step, since: NOW }) as SpotCheckView;
const publication = (recognised: boolean) => ({ openedAt: NOW, recognised }) as PublicationView;
const round = (view: Partial<RoundView>): RoundView => ({
  status: 'open',
  branches: [],
  organisations: [],
  checks: [],
  publications: [],
  ...view,
});

describe('whether everybody has heard', () => {
  it.each<[string, Partial<RoundView>]>([
    ['a round that is being opened', { status: 'opening' }],
    ['a run that is being opened', { branches: [branch('opening')] }],
    ['a closed round with a branch that is not', { status: 'closed', branches: [branch('recognised')] }],
    [
      'a planned branch without its target',
      { branches: [branch('target-waiting')], organisations: [organisation('assessing')] },
    ],
    ['a listed branch at listing', { branches: [branch('listing')], organisations: [organisation('deciding')] }],
    ['a decided branch at deciding', { branches: [branch('deciding')], organisations: [organisation('filing')] }],
    [
      'a registered branch at registering',
      { branches: [branch('registering')], organisations: [organisation('registered')] },
    ],
    ['a population before its draw', { branches: [branch('draw-waiting')], checks: [check('inspecting')] }],
    ['a recheck after its spot check', { branches: [branch('rechecking')], checks: [check('concluded')] }],
    [
      'a published branch that waits',
      { branches: [branch('publication-waiting')], publications: [publication(false)] },
    ],
    ['a recognised branch that does not know', { branches: [branch('published')], publications: [publication(true)] }],
  ])('%s has not', (_, view) => {
    expect(isQuiet(round(view))).toBe(false);
  });

  it.each<[string, Partial<RoundView>]>([
    ['branches at work', { branches: [branch('building')], organisations: [organisation('assessing')] }],
    [
      'a pass after the list was handed in',
      { branches: [branch('listing', LATER)], organisations: [organisation('deciding')] },
    ],
    ['a filing that was returned', { branches: [branch('registering')], organisations: [organisation('filing')] }],
    ['a branch registered after the draw', { branches: [branch('draw-waiting', LATER)], checks: [check('concluded')] }],
    [
      'a branch that waits for the next publication',
      { branches: [branch('publication-waiting', LATER)], publications: [publication(true)] },
    ],
    ['a closed round', { status: 'closed', branches: [branch('closed')], organisations: [organisation('closed')] }],
  ])('%s has', (_, view) => {
    expect(isQuiet(round(view))).toBe(true);
  });
});
