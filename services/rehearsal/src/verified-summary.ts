import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MOMENTS } from './calendar';
import type { Company } from './company';
import { outcomeOf, type RecordedRun, type RehearsalRecord } from './outcome';
import type { RunView } from './reads';
import type { Summary } from './summary';

/** How many runs are read at once. */
const AT_ONCE = 8;
const VERIFY_TIMES = 4;
const VERIFY_PAUSE_MS = 5000;
/** One that takes longer than this does not come to an end. */
const VERIFY_LIMIT_MS = 600_000;
const LARGEST_OUTPUT = 64 * 1024 * 1024;

interface Verification {
  readonly campaign: string;
  readonly checks: readonly { readonly name: string; readonly count: number }[];
  readonly faults: readonly {
    readonly check: string;
    readonly stream: string;
    readonly sequence: number | null;
    readonly date: string | null;
    readonly message: string;
  }[];
}

/** Reads the whole record of a finished rehearsal, established with this seed, and has it verified. */
export async function gatherVerifiedSummary(company: Company, seed: string): Promise<Summary> {
  const { reads, officeholders, key } = company;
  const years = await reads.rounds();
  const branches: RecordedRun[] = [];
  const organisations: RecordedRun[] = [];
  for (const { year } of years) {
    branches.push(
      ...(await eachOf(await reads.branchRuns(year), (run) =>
        readRun(company, 'branch-runs', { run, code: run.branchCode }),
      )),
    );
    organisations.push(
      ...(await eachOf(await reads.organisationRuns(year), (run) =>
        readRun(company, 'organisation-runs', { run, code: run.organisationCode }),
      )),
    );
  }
  const codes = officeholders.organisations.flatMap((organisation) => officeholders.branchesOf(organisation));
  const notices = await eachOf(codes, async (branch) => {
    const own = await company.api.list<{ at: string }>(officeholders.secretary(branch), '/me/notices');
    return own.map(({ at }) => ({ branch, at }));
  });
  const verification = await verify(key);
  const record: RehearsalRecord = {
    campaign: key,
    seed,
    until: MOMENTS.at(-1)?.at ?? '',
    rounds: years,
    branches,
    organisations,
    slips: await reads.slips(),
    notices: notices.flat(),
    secretaries: Object.fromEntries(codes.map((branch) => [branch, officeholders.secretaryName(branch)])),
    invariants: verification.checks,
    faults: verification.faults.map(
      ({ check, stream, sequence, date, message }) =>
        `${[stream, sequence, date].filter((part) => part !== null).join(' ')} ${message} [${check}]`,
    ),
  };
  return outcomeOf(record);
}

async function readRun(
  { reads }: Company,
  resource: 'branch-runs' | 'organisation-runs',
  { run, code }: { readonly run: RunView; readonly code: string },
): Promise<RecordedRun> {
  const events = await reads.timeline(resource, run.id);
  return {
    code,
    year: run.year,
    events: events.map(({ type, recordedAt, payload }) => ({ type, at: recordedAt, payload })),
  };
}

/** The operator's own verification. One that says nothing, even after an outage had time to pass, is a fault itself. */
async function verify(campaignKey: string): Promise<Verification> {
  for (let times = 1; ; times += 1) {
    const { output, sentence } = await runVerify(campaignKey);
    const verification = parseVerification(output);
    if (verification) return verification;
    if (times < VERIFY_TIMES) await pause(VERIFY_PAUSE_MS);
    else return { campaign: campaignKey, checks: [], faults: [unverified(sentence)] };
  }
}

function runVerify(campaignKey: string): Promise<{ output: string; sentence: string }> {
  const program = join(__dirname, '../../cli/src/main.js');
  const args = [program, 'verify', '--campaign', campaignKey, '--json'];
  return new Promise((resolve) => {
    const limits = { maxBuffer: LARGEST_OUTPUT, timeout: VERIFY_LIMIT_MS };
    execFile(process.execPath, args, limits, (error, output, sentence) => {
      resolve({ output, sentence: sentence || `${error?.signal ?? error?.code ?? ''}` });
    });
  });
}

function parseVerification(output: string): Verification | undefined {
  try {
    return (JSON.parse(output) as Verification[])[0];
  } catch {
    return undefined;
  }
}

function unverified(sentence: string): Verification['faults'][number] {
  const message = sentence.trim().split('\n')[0] ?? '';
  return { check: 'verify', stream: '', sequence: null, date: null, message: `没有核验 / not verified: ${message}` };
}

async function eachOf<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE) {
    results.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(work))));
  }
  return results;
}
