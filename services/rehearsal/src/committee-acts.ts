import { addDays, type SpotCheckStep } from '@app/domain';
import { COMMITTEE_DAYS } from './calendar';
import { organisationOf, present } from './officeholders';
import { numberIn } from './paper-number';
import type { BranchRunView, CampaignView, RecheckView, SpotCheckView } from './reads';
import { DISSOLVED, OVERTURNED_IN } from './script';
import { recheckSheet } from './sheets';
import { keyOf, openSheet, saveDraft, say, type Stage } from './stage';

/** What the committee does at one moment: rounds, draws, rechecks, publications, recognitions. */
export async function actAsCommittee(stage: Stage, campaign: CampaignView): Promise<void> {
  for (const [year, days] of Object.entries(COMMITTEE_DAYS).map(([y, d]) => [Number(y), d] as const)) {
    const round = campaign.rounds.find((item) => item.year === year);
    if (!round && days.open !== null && days.open <= stage.moment.on) await openRound(stage, year);
    if (round?.status !== 'open') continue;
    await inspect(stage, year, days.draw);
    await publish(stage, year, days.publish);
    if (days.close <= stage.moment.on) await closeRound(stage, year);
  }
}

/** The committee dissolves a branch: it leaves the round. */
export async function dissolve(stage: Stage, runs: readonly BranchRunView[]): Promise<void> {
  const run = runs.find(({ branchCode }) => branchCode === DISSOLVED.branch);
  if (stage.moment.on !== DISSOLVED.on || !run || run.step === 'closed') return;
  const body = { documentNumber: DISSOLVED.documentNumber, reason: '样例：机构改革，支部撤销' };
  const path = `/branches/${run.branchId}/dissolve`;
  await say(stage, stage.officeholders.committee[0], { path, subject: run, body });
}

/** Opens a round; its runs are begun. */
export async function openRound({ api, officeholders, seed }: Stage, year: number): Promise<void> {
  await api.post(officeholders.committee[0], '/rounds', { key: `${seed}/round/${year}/open`, body: { year } });
}

/** A draw is ordered on its day; one officer freezes the population, the other reveals, both on later days. */
async function inspect(stage: Stage, year: number, days: readonly string[]): Promise<void> {
  const { api, officeholders, seed, moment } = stage;
  const [officer] = officeholders.committee;
  const checks = await stage.reads.spotChecks(year);
  if (checks.length < days.filter((day) => day <= moment.on).length) {
    await api.post(officer, '/spot-checks', { key: `${seed}/spot-check/${year}/${checks.length + 1}`, body: { year } });
  }
  for (const check of checks.filter(({ since }) => since < moment.at)) {
    await SPOT_CHECK_ACTS[check.step]?.(stage, check);
  }
}

/** What is done at each step of a spot check; null where nothing is to be done. */
const SPOT_CHECK_ACTS: Readonly<Record<SpotCheckStep, ((stage: Stage, check: SpotCheckView) => Promise<void>) | null>> =
  {
    opening: null,
    ordered: freeze,
    frozen: reveal,
    inspecting: recheckAll,
    concluded: null,
  };

async function freeze({ api, officeholders, seed }: Stage, { id }: SpotCheckView): Promise<void> {
  await api.post(officeholders.committee[0], `/spot-checks/${id}/freeze`, { key: `${seed}/${id}/freeze` });
}

/** By another officer than froze it. */
async function reveal({ api, officeholders, seed }: Stage, { id }: SpotCheckView): Promise<void> {
  await api.post(officeholders.committee[1], `/spot-checks/${id}/reveal`, { key: `${seed}/${id}/reveal` });
}

/** Draws among what is registered so far and leaves the rechecks to the areas; `rest` waits until each step is heard. */
export async function drawEarly(stage: Stage, year: number, rest: () => Promise<unknown>): Promise<void> {
  const { api, officeholders, reads, seed } = stage;
  await api.post(officeholders.committee[0], '/spot-checks', { key: `${seed}/spot-check/${year}/1`, body: { year } });
  await rest();
  for (const check of await reads.spotChecks(year)) {
    await freeze(stage, check);
    await rest();
    await reveal(stage, check);
    await rest();
  }
}

async function recheckAll(stage: Stage, check: SpotCheckView): Promise<void> {
  const rechecks = await stage.reads.rechecks(check.id);
  const overturned = overturnedOf(check, rechecks);
  for (const recheck of rechecks.filter(({ verdict }) => verdict === null)) {
    const verdict = recheck.branchCode === overturned ? 'overturned' : 'upheld';
    const liaison = stage.officeholders.liaison(organisationOf(recheck.branchCode));
    const document = { id: present(recheck.documentId) };
    const key = (act: string) => keyOf(stage, { id: recheck.id, version: 1 }, act);
    const path = `/rechecks/${recheck.id}`;
    const { digest } = await saveDraft(stage, liaison, {
      document,
      resource: 'assessments',
      body: recheckSheet(verdict),
    });
    const said = { digest, verdict, ...(verdict === 'overturned' && { reason: '样例：复核得分低于95分' }) };
    if (recheck.proposedAt === null)
      await stage.api.post(liaison, `${path}/conclude`, { key: key('conclude'), body: said });
    if (verdict === 'upheld') continue;
    const [officer] = stage.officeholders.committee;
    await openSheet(stage, officer, { document: { ...document, digest }, resource: 'assessments' });
    await stage.api.post(officer, `${path}/confirm`, { key: key('confirm'), body: { digest } });
  }
}

/** The branch of which the recheck does not uphold the pass. */
function overturnedOf({ year }: SpotCheckView, rechecks: readonly RecheckView[]): string | undefined {
  if (year !== OVERTURNED_IN.year) return undefined;
  return rechecks
    .map(({ branchCode }) => branchCode)
    .filter((branch) => organisationOf(branch) === OVERTURNED_IN.organisation)
    .sort()[0];
}

/** The frozen list is published on its day, and recognised once the days of publication are over. */
async function publish(stage: Stage, year: number, days: readonly string[]): Promise<void> {
  const { api, officeholders, seed, moment } = stage;
  const [officer] = officeholders.committee;
  const publications = await stage.reads.publications(year);
  if (publications.length < days.filter((day) => day <= moment.on).length) {
    const { digest } = await stage.reads.list(officer, `/publications/next?year=${year}`);
    const key = `${seed}/publication/${year}/${publications.length + 1}`;
    await api.post(officer, '/publications', { key, body: { year, digest } });
  }
  for (const [at, { id, endsOn, recognised }] of publications.entries()) {
    if (recognised || endsOn >= moment.on) continue;
    const decidedOn = addDays(endsOn, 1);
    const documentNumber = numberIn(decidedOn, { of: '样例苏委工', year, no: at + 1 });
    const body = { publicationId: id, documentNumber, decidedOn };
    await api.post(officer, '/recognitions', { key: `${seed}/${id}/recognise`, body });
  }
}

/** Closes a round by the list of dispositions as it is generated. */
export async function closeRound(stage: Stage, year: number): Promise<void> {
  const [officer] = stage.officeholders.committee;
  const roundId = await stage.reads.roundId(year);
  const { digest } = await stage.reads.list(officer, `/rounds/${roundId}/dispositions`);
  const body = { digest, documentNumber: `样例苏委工〔${year}〕结字1号` };
  await stage.api.post(officer, `/rounds/${roundId}/close`, { key: `${stage.seed}/round/${year}/close`, body });
}
