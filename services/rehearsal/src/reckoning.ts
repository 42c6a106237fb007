import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { MOMENTS } from './calendar';
import type { Company } from './company';
import { outcomeOf, type RecordedRun, type RehearsalRecord } from './outcome';
import { lineOf } from './posts';
import type { RunView } from './reads';
import type { Summary } from './summary';

/** How many runs are read at once. */
const AT_ONCE = 8;

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

/** Reads the whole record of a finished rehearsal and has it verified. */
export async function gatherSummary(company: Company): Promise<Summary> {
  const { reads, posts, key } = company;
  const years = await reads.rounds();
  const branches: RecordedRun[] = [];
  const organisations: RecordedRun[] = [];
  for (const { year } of years) {
    branches.push(
      ...(await eachOf(await reads.branchRuns(year), (run) => recorded(company, 'branch-runs', run, run.branchCode))),
    );
    organisations.push(
      ...(await eachOf(await reads.organisationRuns(year), (run) =>
        recorded(company, 'organisation-runs', run, run.organisationCode),
      )),
    );
  }
  const codes = posts.organisations.flatMap((organisation) => posts.branchesOf(organisation));
  const notices = await eachOf(codes, async (branch) => {
    const own = await company.api.list<{ at: string }>(posts.secretary(branch), '/me/notices');
    return own.map(({ at }) => ({ branch, at }));
  });
  const verification = await verify(key);
  const record: RehearsalRecord = {
    campaign: key,
    seed: key.split('-').pop() ?? '',
    until: MOMENTS.at(-1)?.at ?? '',
    rounds: years,
    branches,
    organisations,
    notices: notices.flat(),
    secretaries: Object.fromEntries(
      codes.map((branch) => [branch, `${posts.nameOf(branch)}书记（${lineOf(branch)}）`]),
    ),
    invariants: verification.checks,
    faults: verification.faults.map(
      ({ check, stream, sequence, date, message }) =>
        `${[stream, sequence, date].filter((part) => part !== null).join(' ')} ${message} [${check}]`,
    ),
  };
  return outcomeOf(record);
}

async function recorded(
  { reads }: Company,
  resource: 'branch-runs' | 'organisation-runs',
  { id, year }: RunView,
  code: string,
): Promise<RecordedRun> {
  const events = await reads.timeline(resource, id);
  return { code, year, events: events.map(({ type, recordedAt, payload }) => ({ type, at: recordedAt, payload })) };
}

/** The operator's own verification; its faults are a finding, only its silence is an error. */
function verify(campaignKey: string): Promise<Verification> {
  const program = join(__dirname, '../../cli/src/main.js');
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [program, 'verify', '--campaign', campaignKey, '--json'],
      { maxBuffer: 64 * 1024 * 1024 },
      (error, output) => {
        try {
          const [verification] = JSON.parse(output) as Verification[];
          if (verification) return resolve(verification);
        } catch {
          // said below
        }
        reject(error ?? new Error('the verification said nothing'));
      },
    );
  });
}

async function eachOf<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE) {
    results.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(work))));
  }
  return results;
}
