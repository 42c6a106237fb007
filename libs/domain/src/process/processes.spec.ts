import { type RoundState, UNOPENED_CAMPAIGN } from '../campaign/campaign';
import { STEPS_WITH_COMMITTEE } from '../branch-run/branch-run.steps';
import { DomainError, type ErrorCode } from '../errors';
import { type Role, ROLES } from '../office/roles';
import type { Process } from './process';
import { actsOf, stepsOf, transitionsOf } from './process-diagram';
import { processOf, RUN_KINDS, STEP_WORDS } from './processes';
import { decideCommand, endsOf, officeAt, rolesFor } from './run-rules';

/** What a run answers to a command that comes at a step where its table has no room for it. */
const OUT_OF_STEP: readonly ErrorCode[] = [
  'wrong-step',
  'run-opening',
  'run-closed',
  'round-not-open',
  'round-already-open',
];

const AT = '2020-09-01T02:00:00.000Z';
const SETTING = {
  campaignId: 'c',
  campaignKey: 'c',
  programmeVersion: '1',
  year: 2020,
  branchId: 'b',
  organisationId: 'o',
  superior: { role: 'organisation-officer', bodyKind: 'organisation', bodyId: 'o' },
  deadlines: [],
  years: [2020, 2021],
};
/** What the rules read of a campaign whose first round is open: the commands of a campaign are of one of its rounds. */
const ROUND = {
  rounds: [{ year: 2020, status: 'open', openedAt: AT, closedAt: null }],
  publications: [{ id: 'p', year: 2020, endsOn: '2020-08-01', recognised: false }],
};

describe.each(RUN_KINDS)('every command of a %s at every step', (kind) => {
  const process = processOf(kind);
  const steps = Object.keys(process.steps);
  const names = Object.keys(process.commands);

  it.each(crossed(names, steps))('%s at %s', (name, step) => {
    const code = codeOf(process, { name, step, office: rolesFor(process, SETTING, name)[0] });
    const isFree = name === 'openRound' && step === 'running';
    if (isFree) expect(code).toBe('round-already-open');
    else expect(OUT_OF_STEP.includes(code as ErrorCode)).toBe(!process.commands[name].at.includes(step));
  });

  it.each(names)('%s from every other office is forbidden', (name) => {
    const [step] = process.commands[name].at;
    const roles = rolesFor(process, SETTING, name);
    for (const office of ROLES.filter((role) => !roles.includes(role))) {
      expect(codeOf(process, { name, step, office })).toBe('forbidden');
    }
  });
});

describe('the commands of a campaign', () => {
  const campaign = processOf('campaign');
  /** The state of its round at which each may be given; a recognition follows its publication's round. */
  const AT_ROUND: Readonly<Record<string, RoundState['status'] | 'none'>> = {
    openRound: 'none',
    orderSpotCheck: 'open',
    openPublication: 'open',
    recordRecognition: 'open',
    closeRound: 'open',
  };
  const states: readonly (RoundState['status'] | 'none')[] = ['none', 'opening', 'open', 'closed'];

  it.each(crossed(Object.keys(campaign.commands), states))('%s in a round that is %s', (name, status) => {
    const rounds = status === 'none' ? [] : [{ ...ROUND.rounds[0], status }];
    const code = codeOf(campaign, { name, step: 'running', office: 'committee-officer', more: { rounds } });
    expect(OUT_OF_STEP.includes(code as ErrorCode)).toBe(AT_ROUND[name] !== status);
  });
});

/**
 * Every way that leads past a step of its table, and every step between two at which something may be done where it may not:
 * whoever puts in a step is asked here whether a branch may go past it, and what may be done at it.
 */
const PAST: Readonly<Record<string, string>> = {
  'confirm a survey: survey-confirming → plan-writing': 'its target came before its survey was confirmed',
  'approve a plan: plan-approving → maintaining': 'nothing is assessed of it this year',
  'approve a plan: plan-approving → review-writing': 'it has passed before and is only reviewed',
  'hand over a self-assessment: building → ballot-opening': 'maintaining is another branch’s way',
  'hand over a self-assessment: building → assessing': 'its ballot stands from an earlier attempt',
  'return a self-assessment: ballot-opening → rectifying': 'it hands over anew after its ballot',
  'return a self-assessment: assessing → rectifying': 'it hands over anew before anybody has signed',
  'countersign an assessment: countersigning → listing': 'it passed: nothing to rectify, and no review is due',
  'not drawn: draw-waiting → publication-waiting': 'only what is drawn is rechecked',
};
const BETWEEN: Readonly<Record<string, readonly string[]>> = {
  'hand over a self-assessment': ['maintaining', 'ballot-opening', 'balloting', 'assessing', 'countersigning'],
  'return a self-assessment': ['balloting'],
  'open a ballot': ['balloting'],
  'dissolve a branch': ['deciding', 'filing', ...STEPS_WITH_COMMITTEE],
  'the branch was dissolved in another round': ['reviewed'],
  'hand over conclusions': ['filing', 'registering'],
};

it('leads past a step only where it is said why', () => {
  const past = RUN_KINDS.map(processOf).flatMap((process) => {
    const steps = Object.keys(process.steps);
    return transitionsOf(process).flatMap(({ act, from, to }) =>
      steps.indexOf(to) > steps.indexOf(from) + 1 && to !== process.last ? `${act.en}: ${from} → ${to}` : [],
    );
  });
  expect(past.sort()).toEqual(Object.keys(PAST).sort());
});

it('lets nothing be done before and after a step and not at it, but what is named', () => {
  const between = RUN_KINDS.map(processOf).flatMap((process) => {
    const steps = Object.keys(process.steps);
    return actsOf(process).flatMap((act) => {
      const at = stepsOf(process, act);
      const [first, last] = [
        steps.findIndex((step) => at.includes(step)),
        steps.findLastIndex((step) => at.includes(step)),
      ];
      const left = steps.slice(first, last).filter((step) => !at.includes(step));
      return left.length > 0 ? [[act.en, left] as const] : [];
    });
  });
  expect(Object.fromEntries(between)).toEqual(BETWEEN);
});

describe.each(RUN_KINDS)('the definition of a %s', (kind) => {
  const process = processOf(kind);
  const steps = Object.keys(process.steps);

  const takers = [...Object.values(process.commands), ...Object.values(process.news)];

  it('records every event that it names, by its opening, a command or news', () => {
    const recorded = new Set([...process.opens, ...takers.flatMap(({ records }) => records)]);
    expect(Object.keys(process.events).filter((type) => !recorded.has(type))).toEqual([]);
  });

  it('leads to every step, from its opening on', () => {
    const ways = transitionsOf(process);
    const reached = new Set([
      'opening',
      ...process.opens.flatMap((type) => endsOf(process.events[type].to, 'opening')),
    ]);
    for (let before = 0; before < reached.size;) {
      before = reached.size;
      for (const { from, to } of ways) if (reached.has(from)) reached.add(to);
    }
    expect(steps.filter((step) => !reached.has(step))).toEqual([]);
  });

  it('is left at every step but the last: nobody waits for ever', () => {
    const stuck = steps.filter(
      (step) =>
        step !== 'opening' && step !== process.last && !takers.some(({ at }) => at === 'any' || at.includes(step)),
    );
    expect(stuck).toEqual([]);
  });

  it('is over exactly at its last step', () => {
    const over = steps.filter((step) => process.steps[step].otherwise === 'over');
    expect(over).toEqual(process.last === null ? [] : [process.last]);
  });

  it('calls a step that another kind has too by the same words', () => {
    for (const [step, { zh, en }] of Object.entries(process.steps)) {
      if (step === process.last) continue;
      expect([step, (STEP_WORDS as Record<string, object>)[step]]).toMatchObject([step, { zh, en }]);
    }
  });
});

function codeOf(
  process: Process,
  { name, step, office, more = {} }: { name: string; step: string; office?: Role; more?: object },
): ErrorCode | undefined {
  const base = process.kind === 'campaign' ? { ...UNOPENED_CAMPAIGN, ...ROUND } : process.unopened;
  const state = { ...base, ...more, step, waitingOn: officeAt(process, step, SETTING) };
  const input = { differences: 0, struck: [], recusals: [], year: 2020, publicationId: 'p' };
  const attribution = { actor: 'p', office: office ?? 'inspector', receivedAt: AT };
  try {
    decideCommand(process, { setting: SETTING, state }, { command: { name, input }, attribution });
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

function crossed<A, B>(first: readonly A[], second: readonly B[]): (readonly [A, B])[] {
  return first.flatMap((a) => second.map((b) => [a, b] as const));
}
