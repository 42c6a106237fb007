import type { BranchRunView } from './reads';
import { BALLOT_REPEATED, ballotModeOf, ballotNoOf, votersOf } from './script';
import { selfSheet, superiorSheet } from './sheets';
import { keyOf, openSheet, saveDraft, say, type Stage } from './stage';

/** Six questions of the sample's ballot, answered 满意 but for one 基本满意. */
const ANSWERS = ['A', 'A', 'A', 'A', 'B', 'A'];

/** Stands among the kept codes for a code that was spent before its sheet was given out again. */
const SPENT = '';

interface OpenedBallot {
  readonly codes?: { readonly members: readonly string[]; readonly masses: readonly string[] } | null;
}

interface ReissuedBallot extends OpenedBallot {
  readonly spent: { readonly members: number; readonly masses: number };
}

/** The branch hands over its self-assessment: for the first time, or again after rectification. */
export async function applyWithSheet(stage: Stage, run: BranchRunView): Promise<void> {
  const secretary = stage.officeholders.secretary(run.branchCode);
  const document = await stage.reads.newest('branch-runs', run.id, 'self-assessment');
  const body = selfSheet(run.branchCode);
  const { id, digest } = await saveDraft(stage, secretary, { document, resource: 'assessments', body });
  await say(stage, secretary, { path: `/assessments/${id}/submit`, subject: run, body: { digest } });
}

/** Opens the ballot; codes of an on-line one are put away until they are spent. Asked again, it answers none. */
export async function openBallot(stage: Stage, run: BranchRunView): Promise<void> {
  const no = ballotNoOf(run.branchCode, stage.moment.on);
  const body = { branchRunId: run.id, mode: ballotModeOf(run.branchCode) };
  const superior = stage.officeholders.superior(run.organisationCode);
  const key = `${stage.seed}/${run.id}/ballot/${no}`;
  const { codes } = await stage.api.post<OpenedBallot>(superior, '/ballot-boxes', { key, body });
  if (codes) stage.ballotCodes.keep(`${run.id}/${no}`, [...codes.members, ...codes.masses]);
}

/** Members and masses vote, or two persons count the paper; the superior closes. */
export async function castAndClose(stage: Stage, run: BranchRunView): Promise<void> {
  const { officeholders } = stage;
  const ballotBoxId = await ballotBoxOf(stage, run);
  if (ballotModeOf(run.branchCode) === 'online') await castBallots(stage, run, ballotBoxId);
  else {
    for (const counter of [
      officeholders.superior(run.organisationCode),
      officeholders.secondSuperior(run.organisationCode),
    ]) {
      const key = keyOf(stage, run, `count-${counter}`);
      await stage.api.post(counter, `/ballot-boxes/${ballotBoxId}/counts`, { key, body: paperTally(stage, run) });
    }
  }
  const closer = officeholders.secondSuperior(run.organisationCode);
  await say(stage, closer, { path: `/ballot-boxes/${ballotBoxId}/close`, subject: run });
}

async function ballotBoxOf({ api, officeholders }: Stage, { id, organisationCode }: BranchRunView): Promise<string> {
  const { ballotBoxId } = await api.get<{ ballotBoxId: string | null }>(
    officeholders.superior(organisationCode),
    `/branch-runs/${id}`,
  );
  if (!ballotBoxId) throw new Error(`run ${id} has no ballot box`);
  return ballotBoxId;
}

async function castBallots(stage: Stage, run: BranchRunView, ballotBoxId: string): Promise<void> {
  const no = ballotNoOf(run.branchCode, run.since.slice(0, 10));
  if (stage.ballotCodes.of(`${run.id}/${no}`).length === 0) await openBallot(stage, run);
  if (stage.ballotCodes.of(`${run.id}/${no}`).length === 0) await reissueCodes(stage, run, { ballotBoxId, no });
  const codes = stage.ballotCodes.of(`${run.id}/${no}`);
  for (const code of codes.slice(0, votersOf(run.branchCode, no, codes.length))) {
    if (code === SPENT) continue;
    const path = `/ballot-boxes/${ballotBoxId}/ballots`;
    try {
      await stage.api.anonymous({ method: 'POST', path, body: { code, answers: ANSWERS } });
    } catch (error) {
      if ((error as { code?: string }).code !== 'ballot-code-spent') throw error;
    }
  }
}

/** The sheet got lost on its way: its codes are given out again, those that are spent keep their place. */
async function reissueCodes(
  stage: Stage,
  run: BranchRunView,
  { ballotBoxId, no }: { readonly ballotBoxId: string; readonly no: number },
): Promise<void> {
  const superior = stage.officeholders.superior(run.organisationCode);
  for (let times = 1; ; times += 1) {
    const key = `${stage.seed}/${run.id}/ballot/${no}/reissue/${times}`;
    const { codes, spent } = await stage.api.post<ReissuedBallot>(superior, `/ballot-boxes/${ballotBoxId}/reissue`, {
      key,
    });
    if (!codes) continue;
    const before = Array.from({ length: spent.members + spent.masses }, () => SPENT);
    return stage.ballotCodes.keep(`${run.id}/${no}`, [...before, ...codes.members, ...codes.masses]);
  }
}

function paperTally({ officeholders }: Stage, { branchCode }: BranchRunView) {
  const { members, masses } = officeholders.sizeOf(branchCode);
  const cast = { members, masses: votersOf(branchCode, 1, masses) };
  const sheets = cast.members + cast.masses;
  return { cast, perQuestion: ANSWERS.map((_, question) => (question === 4 ? { B: sheets } : { A: sheets })) };
}

/** The first assessor fills and signs the superior's sheet; where too few voted, the ballot comes once more first. */
export async function assess(stage: Stage, run: BranchRunView): Promise<void> {
  const { branch, on } = BALLOT_REPEATED;
  if (run.branchCode === branch && stage.moment.on === on) return openBallot(stage, run);
  const [first] = stage.officeholders.assessors(run.organisationCode, run.branchCode);
  const document = await stage.reads.newest('branch-runs', run.id, 'superior-assessment');
  const body = superiorSheet(run.year, run.branchCode, run.attempt);
  const { id, digest } = await saveDraft(stage, first, { document, resource: 'assessments', body });
  await say(stage, first, { path: `/assessments/${id}/sign`, subject: run, body: { digest } });
}

/** The second assessor signs the same sheet. */
export async function countersign(stage: Stage, run: BranchRunView): Promise<void> {
  const [, second] = stage.officeholders.assessors(run.organisationCode, run.branchCode);
  const document = await stage.reads.newest('branch-runs', run.id, 'superior-assessment');
  const { id, digest } = document;
  await openSheet(stage, second, { document, resource: 'assessments' });
  await say(stage, second, { path: `/assessments/${id}/countersign`, subject: run, body: { digest, differences: 0 } });
}
