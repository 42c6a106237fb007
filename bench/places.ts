import { setTimeout as pause } from 'node:timers/promises';
import type { BranchStep, OrganisationStep } from '@app/domain';
import { BRANCH_ACTS } from '../services/rehearsal/src/branch-acts';
import { present } from '../services/rehearsal/src/officeholders';
import { ORGANISATION_ACTS } from '../services/rehearsal/src/organisation-acts';
import { workOnProblems } from '../services/rehearsal/src/problem-acts';
import { isQuiet } from '../services/rehearsal/src/quiet';
import type { BranchRunView, OrganisationRunView } from '../services/rehearsal/src/reads';
import { saveDraft, say, type Stage } from '../services/rehearsal/src/stage';
import { hold, type HeldCommand } from './held';
import { LIVE_YEAR, type LiveRound } from './live';
import { closedLoop } from './load';

/** An organisation whose runs are brought to one step of the year and left there, each by the commands that lead to it. */
export type Place = {
  readonly organisation: string;
  /** How many of its branches go along; the others wait for their first command, and for the next year in its plan. */
  readonly branches: number;
} & (
  | { readonly of: 'branches'; readonly step: BranchStep }
  | { readonly of: 'organisation'; readonly step: OrganisationStep }
);

/** The steps of the year at which a command of somebody leads on. */
const BRANCH_STEPS: readonly BranchStep[] = [
  'survey-opening',
  'survey-writing',
  'survey-confirming',
  'plan-writing',
  'plan-approving',
  'building',
  'ballot-opening',
  'balloting',
  'assessing',
  'countersigning',
];
const ORGANISATION_STEPS: readonly OrganisationStep[] = ['assessing', 'deciding', 'filing', 'registering'];
/** In all, what a worker holds in its memory: sent cold, every run is there for its next command. */
const BRANCHES_EACH = 32;
const ORGANISATIONS_EACH = 4;
const BRANCHES_LISTED = 2;
const LANES = 8;
/** Longest wait for one branch to hear what it is told, in looks. */
const LOOKS = 1200;
const LOOK_EVERY_MS = 50;

/** One organisation for each step of a branch's year, four for each of its own. */
export function placesIn({ officeholders }: LiveRound): Place[] {
  const organisations = [...officeholders.organisations];
  const next = () => present(organisations.shift());
  return [
    ...BRANCH_STEPS.map((step): Place => ({
      organisation: next(),
      of: 'branches',
      step,
      branches: BRANCHES_EACH,
    })),
    ...ORGANISATION_STEPS.flatMap((step) =>
      Array.from({ length: ORGANISATIONS_EACH }, (): Place => ({
        organisation: next(),
        of: 'organisation',
        step,
        branches: BRANCHES_LISTED,
      })),
    ),
  ];
}

/** Brings every organisation to its place, over HTTP by the rehearsal's actors, and waits until all have heard of it. */
export async function bringToPlaces({ stage }: LiveRound, places: readonly Place[]): Promise<void> {
  await closedLoop(
    places.map((place) => () => bringTo(stage, place)),
    LANES,
  );
}

/** What is next to be commanded at the places, made ready. */
export async function heldAt({ stage }: LiveRound, places: readonly Place[]): Promise<HeldCommand[]> {
  const held: HeldCommand[] = [];
  const hands = places.map((place) => async () => {
    for (const act of await nextActs(stage, place)) held.push(...(await hold(stage, act)));
  });
  await closedLoop(hands, LANES);
  return held;
}

async function nextActs(stage: Stage, place: Place): Promise<((stage: Stage) => Promise<unknown>)[]> {
  const lines = await branchesOf(stage, place.organisation);
  if (place.of === 'branches') {
    return chosen(lines, place).flatMap((line) => {
      const act = BRANCH_ACTS[line.step];
      return act ? [(acting: Stage) => actAt(acting, line, act)] : [];
    });
  }
  const run = await organisationOf(stage, place.organisation);
  if (run.step === 'planning') return [(acting) => submitPlan(acting, place, { run, lines })];
  const act = ORGANISATION_ACTS[run.step];
  return act ? [(acting) => act(acting, run, lines)] : [];
}

async function bringTo(stage: Stage, place: Place): Promise<void> {
  if (place.step === 'survey-opening') return;
  const lines = await branchesOf(stage, place.organisation);
  const run = await organisationOf(stage, place.organisation);
  await submitPlan(stage, place, { run, lines });
  const goal = place.of === 'branches' ? place.step : 'listing';
  for (const line of chosen(lines, place)) await bringBranch(stage, line, goal);
  if (place.of === 'organisation') await bringOrganisation(stage, place, place.step);
  await untilHeard(stage, place);
}

async function bringBranch(stage: Stage, line: BranchRunView, goal: BranchStep): Promise<void> {
  let run = line;
  for (let looks = 0; run.step !== goal; run = await branchOf(stage, line)) {
    const act = BRANCH_ACTS[run.step];
    if (!act) {
      if ((looks += 1) > LOOKS) throw new Error(`${run.branchCode} stays at ${run.step}`);
      await pause(LOOK_EVERY_MS);
      continue;
    }
    await actAt(stage, run, act);
  }
}

/** Before it applies, its problems are closed: whoever does it looks for the days of the script, the clock does not mind. */
async function actAt(
  stage: Stage,
  run: BranchRunView,
  act: (stage: Stage, run: BranchRunView) => Promise<unknown>,
): Promise<void> {
  if (run.step === 'building') await closeProblems(stage, run);
  await act(stage, run);
}

async function closeProblems(stage: Stage, run: BranchRunView): Promise<void> {
  for (const on of ['2020-08-10', '2020-09-10'] as const) {
    await workOnProblems({ ...stage, moment: { ...stage.moment, on } }, run);
  }
}

async function bringOrganisation(stage: Stage, place: Place, goal: OrganisationStep): Promise<void> {
  for (;;) {
    const lines = await untilHeard(stage, place);
    const run = await organisationOf(stage, place.organisation);
    if (run.step === goal) return;
    await present(ORGANISATION_ACTS[run.step])(stage, run, lines);
  }
}

/** Until every branch of the organisation has heard what it was told. */
async function untilHeard(stage: Stage, place: Place): Promise<BranchRunView[]> {
  for (let looks = 0; looks < LOOKS; looks += 1) {
    const branches = await branchesOf(stage, place.organisation);
    const organisations = [await organisationOf(stage, place.organisation)];
    const heard = isQuiet({ status: 'open', branches, organisations, checks: [], publications: [] });
    if (heard && branches.every(({ target }) => target !== null)) return branches;
    await pause(LOOK_EVERY_MS);
  }
  throw new Error(`not every branch of ${place.organisation} has heard what it was told`);
}

/** Those that go along are to attain the standard this year, the others in the next. */
async function submitPlan(
  stage: Stage,
  place: Place,
  { run, lines }: { readonly run: OrganisationRunView; readonly lines: readonly BranchRunView[] },
): Promise<void> {
  const superior = stage.officeholders.superior(place.organisation);
  const now = new Set(chosen(lines, place).map(({ branchId }) => branchId));
  const branches = lines.map(({ branchId }) => ({ branchId, target: now.has(branchId) ? 'this-year' : 'next-year' }));
  const body = {
    branches,
    responsible: [await stage.reads.personId(present(superior.split('/').pop()))],
    dates: { applyBy: '2020-11-18', ballotBy: '2020-11-20', assessBy: '2020-11-26' },
  };
  const document = await stage.reads.newest('organisation-runs', run.id, 'organisation-plan');
  const { id, digest } = await saveDraft(stage, superior, { document, resource: 'organisation-plans', body });
  await say(stage, superior, { path: `/organisation-plans/${id}/submit`, subject: run, body: { digest } });
}

function chosen(lines: readonly BranchRunView[], { branches }: Place): readonly BranchRunView[] {
  return [...lines].sort((a, b) => (a.branchCode < b.branchCode ? -1 : 1)).slice(0, branches);
}

/** The branches of an organisation, as its superior sees them. */
export function branchesOf({ api, officeholders }: Stage, organisation: string): Promise<BranchRunView[]> {
  return api.list(officeholders.superior(organisation), `/branch-runs?year=${LIVE_YEAR}`);
}

/** One branch as it stands now. */
export async function branchOf(
  { api, officeholders }: Stage,
  { organisationCode, branchCode }: Pick<BranchRunView, 'organisationCode' | 'branchCode'>,
): Promise<BranchRunView> {
  const path = `/branch-runs?year=${LIVE_YEAR}&q=${branchCode}`;
  const found = await api.list<BranchRunView>(officeholders.superior(organisationCode), path);
  return present(found.find((line) => line.branchCode === branchCode));
}

/** An organisation's own run as it stands now. */
export async function organisationOf(
  { api, officeholders }: Stage,
  organisationCode: string,
): Promise<OrganisationRunView> {
  const path = `/organisation-runs?year=${LIVE_YEAR}`;
  const runs = await api.list<OrganisationRunView>(officeholders.superior(organisationCode), path);
  return present(runs.find((run) => run.organisationCode === organisationCode));
}
