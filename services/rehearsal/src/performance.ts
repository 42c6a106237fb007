import { BRANCH_ACTS } from './branch-acts';
import { type Moment, MOMENTS } from './calendar';
import { actAsCommittee, dissolve } from './committee-acts';
import { ORGANISATION_ACTS } from './organisation-acts';
import { isProblemDay, workOnProblems } from './problem-acts';
import type { ProgrammeTime, Rest } from './programme-time';
import type { RoundView } from './quiet';
import type { BranchRunView, OrganisationRunView } from './reads';
import { type ActingDay, whenBranchActs, whenOrganisationActs } from './script';
import { actOnSlips } from './slip-acts';
import type { Stage } from './stage';

/** How many branches act at once; the outcome does not depend on their order. */
const AT_ONCE = 8;

/** What is shown of a performance while it runs. */
export interface Audience {
  /** After everybody has acted at a moment. */
  show(rest: Rest, moment: Moment): Promise<void>;
  /** On the evening of a date of the circular. */
  tell(rest: Rest, moment: Moment): Promise<void>;
}

/**
 * Plays the calendar up to and including a day. At each moment the clock stands; everybody who has had something before
 * him since an earlier moment does it if the script says so. A run moves once in a moment, so a moment that was broken off
 * is simply played again; those before the clock are over.
 */
export async function perform(
  stageAt: (moment: Moment) => Stage,
  { time, audience, until }: { readonly time: ProgrammeTime; readonly audience: Audience; readonly until?: string },
): Promise<Rest> {
  let rest = await time.rest();
  for (const moment of MOMENTS) {
    if (until !== undefined && moment.on > until) break;
    if (moment.at < rest.campaign.clock.now) continue;
    rest = await time.goTo(moment.at);
    if (moment.story) await audience.tell(rest, moment);
    else {
      rest = await act(stageAt(moment), time, rest).catch(async (error: unknown) => {
        await time.checkClock();
        throw error;
      });
      await audience.show(rest, moment);
    }
  }
  return rest;
}

/** What is supervised first, then branches, then organisations, then the committee; each waits until the ones before are heard. */
async function act(stage: Stage, time: ProgrammeTime, before: Rest): Promise<Rest> {
  let rest = before;
  await actOnSlips(stage, openRounds(rest));
  for (const round of openRounds(rest)) await actAsBranches(stage, round);
  rest = await time.rest();
  for (const round of openRounds(rest)) await actAsOrganisations(stage, round);
  rest = await time.rest();
  await actAsCommittee(stage, rest.campaign);
  return time.rest();
}

async function actAsBranches(stage: Stage, { branches }: RoundView): Promise<void> {
  const { moment } = stage;
  await dissolve(stage, branches);
  const turns = branches.filter(
    (run) => run.since < moment.at && isDue(whenBranchActs({ ...run, branch: run.branchCode }), moment),
  );
  await workOnEach(turns, async (run) => {
    await BRANCH_ACTS[run.step]?.(stage, run);
  });
  if (isProblemDay(moment.on)) await workOnEach(branches, (run) => workOnProblems(stage, run));
}

async function actAsOrganisations(stage: Stage, { organisations, branches }: RoundView): Promise<void> {
  const { moment } = stage;
  for (const run of organisations) {
    if (isListed(run)) continue;
    if (run.since >= moment.at || !isDue(whenOrganisationActs(run.year, run.organisationCode, run.step), moment))
      continue;
    const own = branches.filter(({ organisationCode }) => organisationCode === run.organisationCode);
    await ORGANISATION_ACTS[run.step]?.(stage, run, own);
  }
}

/** Whether an organisation without a pass has handed in its list already: it stays where it was. */
function isListed({ year, organisationCode, step, since }: OrganisationRunView): boolean {
  return step === 'assessing' && since.slice(0, 10) >= whenOrganisationActs(year, organisationCode, step);
}

function openRounds({ rounds }: Rest): RoundView[] {
  return [...rounds.values()].filter(({ status }) => status === 'open');
}

function isDue(acting: ActingDay, { on }: Moment): boolean {
  return acting !== 'never' && (acting === 'next' || acting <= on);
}

/** Does the work for each, a few at once, in the order of the branches' codes. */
async function workOnEach(runs: readonly BranchRunView[], work: (run: BranchRunView) => Promise<void>): Promise<void> {
  const waiting = [...runs].sort((a, b) => (a.branchCode < b.branchCode ? -1 : 1));
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
