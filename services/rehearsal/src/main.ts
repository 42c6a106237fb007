import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Refused } from './api-client';
import { Screen } from './board';
import { STANDING_EVENING, STANDING_ON } from './calendar';
import { drawEarly } from './committee-acts';
import { type CompanySetting, gatherCompany } from './company';
import { Halt, HALT_STATUS } from './halt';
import { perform } from './performance';
import { audienceOf } from './showing';
import { gatherVerifiedSummary } from './verified-summary';
import { summaryLines } from './summary';
import { inWords, type Language, type Word } from './words';

const SUMMARY_FILE = 'rehearsal-summary.txt';

/** What the starter asks for. */
interface Rehearsing {
  readonly stage: Omit<CompanySetting, 'key'>;
  readonly campaign: string;
  readonly seed: string;
  readonly standing: string | undefined;
}

/** The exit status; what keeps the rehearsal from going on is said in one sentence. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      accounts: { type: 'string' },
      campaign: { type: 'string' },
      seed: { type: 'string' },
      standing: { type: 'string' },
      lang: { type: 'string', default: 'zh' },
    },
  });
  const language: Language = values.lang === 'en' ? 'en' : 'zh';
  const { accounts, campaign, seed, standing } = values;
  if (!accounts || !campaign || !seed) throw new Error('--accounts, --campaign and --seed: the starter gives them');
  const address = setting('DUIBIAO_URL');
  const home = setting('DUIBIAO_HOME');
  const screen = new Screen(process.stdout, language);
  const tell = (word: Word) => screen.print([inWords(word, language)]);
  try {
    const stage = { address, home, accounts, tell };
    return await rehearse({ stage, campaign, seed, standing }, screen, language);
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
    tell(error.words);
    return HALT_STATUS[error.kind];
  }
}

/**
 * Runs the rehearsal `--campaign` to its summary, then brings the second campaign, `--standing`, to where it is left;
 * 1 if an invariant failed.
 */
async function rehearse(
  { stage, campaign, seed, standing }: Rehearsing,
  screen: Screen,
  language: Language,
): Promise<number> {
  const company = await gatherCompany({ ...stage, key: campaign });
  await perform((moment) => company.stageAt(moment), {
    time: company.time,
    audience: audienceOf(company, screen, language),
  });
  const summary = await gatherVerifiedSummary(company, seed);
  const lines = summaryLines(summary, language);
  writeFileSync(join(stage.home, SUMMARY_FILE), `${lines.join('\n')}\n`);
  screen.print(['', ...lines]);
  if (standing) await leaveStanding({ ...stage, key: standing }, screen, language);
  return summary.faults.length === 0 ? 0 : 1;
}

/** The second campaign, left at its stop with work waiting in every office's list. */
async function leaveStanding(setting: CompanySetting, screen: Screen, language: Language): Promise<void> {
  screen.print([
    '',
    inWords([`第二场演练 ${setting.key} 行至 ${STANDING_ON}`, `a second campaign goes to ${STANDING_ON}`], language),
  ]);
  const company = await gatherCompany(setting);
  const shown = audienceOf(company, screen, language);
  await perform((moment) => company.stageAt(moment), {
    time: company.time,
    audience: { show: (rest, moment) => shown.show(rest, moment), tell: () => Promise.resolve() },
    until: STANDING_ON,
  });
  await company.time.goTo(STANDING_EVENING.at);
  await drawEarly(company.stageAt(STANDING_EVENING), Number(STANDING_ON.slice(0, 4)), () => company.time.rest());
}

function setting(name: 'DUIBIAO_URL' | 'DUIBIAO_HOME'): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: the starter sets it`);
  return value.replace(/\/$/, '');
}

main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    console.error(error);
    process.exit(error instanceof Refused ? 1 : 2); // 2 is no verdict: the starter begins it again where it stood
  },
);
