import { DEADLINE_WORDS } from '../code-words';
import { datesOf, OTHERWISE_WORDS, type Process } from './process';
import { actsOf, drawProcess, stepsOf, transitionsOf, widespreadOf } from './process-diagram';
import { pageOf } from './process-page';
import { processOf, RUN_KINDS } from './processes';
import { evolveRun } from './run-rules';

const AT = '2020-09-01T02:00:00.000Z';
const SETTING = {
  campaignId: 'c',
  campaignKey: 'c',
  programmeVersion: '1',
  branchId: 'b',
  organisationId: 'o',
  superior: { role: 'organisation-officer', bodyKind: 'organisation', bodyId: 'o' },
};
/** What the rules of where an event leads look at, both ways. */
const PAYLOADS = [
  { result: 'passed', passed: 1, agreed: 1 },
  { result: 'failed', passed: 0, agreed: 0 },
].map((payload) => ({ ...payload, at: AT, struck: [], drawn: [] }));

describe.each(RUN_KINDS)('the page of a %s', (kind) => {
  const process = processOf(kind);
  const { steps, commands, news, events, opens, last } = process;
  const page = pageOf(process);
  const named = [...Object.values(steps), ...Object.values(commands), ...Object.values(news)];
  const recorded = [...Object.values(commands), ...Object.values(news)].flatMap(({ records }) => records);

  it.each(['zh', 'en'] as const)('has a row for every step, command and news, in %s', (language) => {
    const rows = page.split('\n').filter((line) => line.startsWith('|'));
    const cells = rows.map((row) => row.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));
    for (const words of named) expect(cells.filter((row) => row.slice(0, 2).includes(words[language]))).not.toEqual([]);
    for (const type of recorded) expect(cells.flat().join('; ')).toContain(events[type][language]);
    for (const step of Object.values(steps)) {
      const [row = []] = cells.filter((row) => row[1] === step[language]);
      expect(row).toContain(OTHERWISE_WORDS[step.otherwise][language]);
      const dates = datesOf(step).map((kind) => DEADLINE_WORDS[kind][language]);
      expect(row).toContain(dates.join({ zh: '、', en: ', ' }[language]) || '—');
    }
  });

  it('says in each half nothing twice by the same words', () => {
    for (const table of [steps, commands, news]) {
      for (const language of ['zh', 'en'] as const) {
        const all = Object.values(table).map((words) => words[language]);
        expect(new Set(all).size).toBe(all.length);
      }
    }
  });

  it('shows no code in Chinese', () => {
    const [chinese = ''] = page.replace(/```[\s\S]*?```/g, '').split('\n---\n');
    expect(chinese.replaceAll('---', '').match(/[a-z]+/gi)).toBeNull();
  });

  it('draws every way that evolving the state goes, and no other', () => {
    const drawn = transitionsOf(process).map(({ act, from, to }) => `${from} ${act.en} ${to}`);
    const gone = actsOf(process).flatMap((act) =>
      stepsOf(process, act).flatMap((from) =>
        act.records.flatMap((type) => endsByEvolving(process, from, type)).map((to) => `${from} ${act.en} ${to}`),
      ),
    );
    expect(new Set(drawn)).toEqual(new Set(gone));
  });

  it.each(['zh', 'en'] as const)('has an arrow or a sentence for every move, in %s', (language) => {
    const lines = drawProcess(process, language).split('\n  ');
    const widespread = widespreadOf(process);
    for (const { act, from, to } of transitionsOf(process)) {
      if (from === to) continue;
      const way = `${widespread.includes(act) ? 'many' : from} --> ${to}: `.replaceAll(/(?<=\w)-(?=\w)/g, '_');
      const labels = lines.flatMap((line) => (line.startsWith(way) ? line.slice(way.length).split(' / ') : []));
      expect(labels).toContain(act[language]);
    }
    for (const act of widespread) expect(page).toContain(`“${act[language]}”`);
    expect(lines.filter((line) => line.startsWith('[*]')).length).toBe(opens.flatMap((type) => events[type].to).length);
    expect(lines.some((line) => line.endsWith('--> [*]'))).toBe(last !== null);
  });
});

/** Where a recorded event takes a run that stands at a step, by folding it; one that names its step is tried with each. */
function endsByEvolving(process: Process, from: string, type: string): readonly string[] {
  const before = { ...process.unopened, step: from };
  const cases = Object.keys(process.steps).flatMap((step) => PAYLOADS.map((payload) => ({ ...payload, step })));
  return cases.flatMap((payload) => {
    try {
      const { step, since } = evolveRun(process, { setting: SETTING, state: before }, { type, payload });
      return since === AT ? [step] : [];
    } catch (error) {
      if (process.events[type].pick) throw error;
      return [];
    }
  });
}
