import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Refused } from './api-client';
import { Screen } from './board';
import { STANDING_ON } from './calendar';
import { drawEarly } from './committee-acts';
import { gather } from './company';
import { perform } from './performance';
import { audienceOf } from './showing';
import { gatherSummary } from './reckoning';
import { summaryLines } from './summary';
import { inWords, type Language } from './words';

/** Keys of the two sample campaigns, as the starter founds them. */
const REHEARSAL = 'rehearsal-2020';
const STANDING = 'standing-2020';
const SUMMARY_FILE = 'rehearsal-summary.txt';

/** Runs the rehearsal to its summary, then brings the second campaign to where it is left; 1 if an invariant failed. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { once: { type: 'boolean', default: false }, lang: { type: 'string', default: 'zh' } },
  });
  const language: Language = values.lang === 'en' ? 'en' : 'zh';
  const address = setting('DUIBIAO_URL');
  const home = setting('DUIBIAO_HOME');
  const screen = new Screen(process.stdout, language);

  const company = await gather({ address, home, key: REHEARSAL });
  await perform((moment) => company.stageAt(moment), {
    time: company.time,
    audience: audienceOf(company, screen, language),
  });
  const summary = await gatherSummary(company);
  const lines = summaryLines(summary, language);
  writeFileSync(join(home, SUMMARY_FILE), `${lines.join('\n')}\n`);
  screen.print(['', ...lines]);
  if (!values.once) await leaveStanding({ address, home, screen, language });
  return summary.faults.length === 0 ? 0 : 1;
}

/** The second campaign, held with work waiting in every office's list. */
async function leaveStanding(where: {
  readonly address: string;
  readonly home: string;
  readonly screen: Screen;
  readonly language: Language;
}): Promise<void> {
  const { address, home, screen, language } = where;
  screen.print([
    '',
    inWords([`第二场演练 ${STANDING} 行至 ${STANDING_ON}`, `a second campaign goes to ${STANDING_ON}`], language),
  ]);
  const company = await gather({ address, home, key: STANDING });
  const shown = audienceOf(company, screen, language);
  await perform((moment) => company.stageAt(moment), {
    time: company.time,
    audience: { show: (rest, moment) => shown.show(rest, moment), tell: () => Promise.resolve() },
    until: STANDING_ON,
  });
  const evening = { at: `${STANDING_ON}T09:00:00.000Z`, on: STANDING_ON, story: false };
  await company.time.goTo(evening.at);
  await drawEarly(company.stageAt(evening), Number(STANDING_ON.slice(0, 4)), () => company.time.rest());
  await company.time.hold();
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
