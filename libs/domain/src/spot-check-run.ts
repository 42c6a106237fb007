import type { Verdict } from './branch-run.terms';
import { committeeOfficer, type Decision, type Fact, type OfficeRef, type Spoken } from './decision';
import { DomainError } from './errors';
import type { Role } from './roles';
import type { RunRevivedFact } from './run-revival';
import type { Instant } from './time';

/** Fixed when the spot check is ordered. */
export interface SpotCheckSetting {
  readonly campaignId: string;
  readonly campaignKey: string;
  readonly programmeVersion: string;
  readonly rehearsal: boolean;
  readonly spotCheckId: string;
  readonly year: number;
  readonly no: number;
  readonly passMark: number;
  readonly ratio: number;
  readonly perOrganisationAtLeast: number;
}

export const SPOT_CHECK_STEPS = ['opening', 'ordered', 'frozen', 'inspecting', 'concluded'] as const;

export type SpotCheckStep = (typeof SPOT_CHECK_STEPS)[number];

export interface SpotCheckState {
  readonly step: SpotCheckStep;
  readonly since: Instant;
  readonly waitingOn: OfficeRef | null;
  readonly seedHash: string | null;
  readonly frozenBy: string | null;
  readonly populationDigest: string | null;
  readonly population: number;
  readonly drawn: number;
  readonly concluded: number;
  readonly overturned: number;
}

export const UNOPENED_SPOT_CHECK: SpotCheckState = {
  step: 'opening',
  since: '1970-01-01T00:00:00.000Z',
  waitingOn: null,
  seedHash: null,
  frozenBy: null,
  populationDigest: null,
  population: 0,
  drawn: 0,
  concluded: 0,
  overturned: 0,
};

export type SpotCheckFact =
  | RunRevivedFact
  | Fact<'draw-seed-committed', { at: Instant; seedHash: string }>
  | Fact<'draw-population-frozen', { at: Instant; digest: string; population: number; frozenBy: string }>
  | Fact<
      'draw-revealed',
      { at: Instant; seed: string; revealedBy: string; drawn: readonly string[]; rechecks: readonly string[] }
    >
  | Fact<
      'recheck-concluded',
      {
        at: Instant;
        recheckId: string;
        branchId: string;
        documentId: string;
        digest: string;
        score: number;
        verdict: Verdict;
        rechecker: string;
      }
    >
  | Fact<'spot-check-concluded', { at: Instant; upheld: number; overturned: number }>;

export type SpotCheckCommand =
  | { readonly name: 'freezeSpotCheck'; readonly input: Record<string, never> }
  | { readonly name: 'revealSpotCheck'; readonly input: Record<string, never> }
  | {
      readonly name: 'concludeRecheck';
      readonly input: {
        readonly recheckId: string;
        readonly documentId: string;
        readonly digest: string;
        readonly verdict: Verdict;
      };
    };

export type SpotCheckCommandName = SpotCheckCommand['name'];

/** What the tables know; absent in the validator. */
export interface SpotCheckFacts {
  readonly population?: { readonly digest: string; readonly size: number };
  readonly draw?: { readonly seed: string; readonly drawn: readonly string[]; readonly rechecks: readonly string[] };
  readonly recheck?: {
    readonly branchId: string;
    readonly open: boolean;
    readonly assessors: readonly string[];
    readonly actorIsMember: boolean;
    readonly document: { readonly digest: string; readonly score: number; readonly faults: readonly unknown[] } | null;
  };
}

/** Transition table: at which steps each command may be given. */
export const SPOT_CHECK_COMMAND_STEPS: Readonly<Record<SpotCheckCommandName, readonly SpotCheckStep[]>> = {
  freezeSpotCheck: ['ordered'],
  revealSpotCheck: ['frozen'],
  concludeRecheck: ['inspecting'],
};

/** The offices that may give a command; the result of a recheck is entered by its assessor, the area's liaison or an officer. */
export function spotCheckOfficesFor(name: SpotCheckCommandName): readonly Role[] {
  return name === 'concludeRecheck' ? ['assessor', 'area-liaison', 'committee-officer'] : ['committee-officer'];
}

/** The state after one more fact. */
export function evolveSpotCheck(setting: SpotCheckSetting, state: SpotCheckState, fact: SpotCheckFact): SpotCheckState {
  const to = (step: SpotCheckStep, change: Partial<SpotCheckState> = {}): SpotCheckState => ({
    ...state,
    step,
    since: fact.payload.at,
    waitingOn: step === 'concluded' ? null : committeeOfficer(setting.campaignId),
    ...change,
  });
  switch (fact.type) {
    case 'run-revived':
      return state;
    case 'draw-seed-committed':
      return to('ordered', { seedHash: fact.payload.seedHash });
    case 'draw-population-frozen':
      return to('frozen', {
        populationDigest: fact.payload.digest,
        population: fact.payload.population,
        frozenBy: fact.payload.frozenBy,
      });
    case 'draw-revealed':
      return to('inspecting', { drawn: fact.payload.drawn.length });
    case 'recheck-concluded':
      return {
        ...state,
        concluded: state.concluded + 1,
        overturned: state.overturned + (fact.payload.verdict === 'overturned' ? 1 : 0),
      };
    case 'spot-check-concluded':
      return to('concluded');
  }
}

type SpotCheckDecision = Decision<SpotCheckFact>;

/** The seed's SHA-256 is committed before anybody can know the population. */
export function openSpotCheck(at: Instant, seedHash: string): SpotCheckDecision {
  return { facts: [{ type: 'draw-seed-committed', payload: { at, seedHash } }] };
}

/** Decides a command of a spot check; without `facts` only what the state knows is checked. */
export function decideSpotCheck(
  setting: SpotCheckSetting,
  state: SpotCheckState,
  { command, spoken }: { readonly command: SpotCheckCommand; readonly spoken: Spoken },
  facts?: SpotCheckFacts,
): SpotCheckDecision {
  if (state.step === 'opening') throw new DomainError('run-opening', '抽查正在建立，请稍候重试');
  if (state.step === 'concluded') throw new DomainError('run-closed', '抽查已结束');
  const allowed = SPOT_CHECK_COMMAND_STEPS[command.name];
  if (!allowed.includes(state.step)) {
    throw new DomainError('wrong-step', '当前环节不能办理此项', { step: state.step, allowed });
  }
  const offices = spotCheckOfficesFor(command.name);
  if (!offices.includes(spoken.office)) {
    throw new DomainError('forbidden', '此项不由所任岗位办理', {
      office: spoken.office,
      offices,
    });
  }
  const at = spoken.receivedAt;
  switch (command.name) {
    case 'freezeSpotCheck': {
      const population = facts?.population;
      if (population?.size === 0) throw new DomainError('population-not-frozen', '没有已备案、待抽取的党支部');
      return {
        facts: [
          {
            type: 'draw-population-frozen',
            payload: {
              at,
              digest: population?.digest ?? '',
              population: population?.size ?? 0,
              frozenBy: spoken.actor,
            },
          },
        ],
      };
    }
    case 'revealSpotCheck': {
      if (state.frozenBy === spoken.actor) {
        throw new DomainError('same-person', '抽取结果须由封存名单者以外的人揭晓');
      }
      const draw = facts?.draw;
      return {
        facts: [
          {
            type: 'draw-revealed',
            payload: {
              at,
              seed: draw?.seed ?? '',
              revealedBy: spoken.actor,
              drawn: draw?.drawn ?? [],
              rechecks: draw?.rechecks ?? [],
            },
          },
        ],
        effects: [{ tell: 'branches', topic: 'drawn', refs: { spotCheckId: setting.spotCheckId } }],
      };
    }
    case 'concludeRecheck':
      return concludeRecheck(setting, state, command.input, spoken, facts);
  }
}

/** The verdict of the recheck overrides the organisation's (re-checker ≠ assessor; 苏委工〔2020〕6号 五.2). */
function concludeRecheck(
  setting: SpotCheckSetting,
  state: SpotCheckState,
  input: { recheckId: string; documentId: string; digest: string; verdict: Verdict },
  spoken: Spoken,
  facts?: SpotCheckFacts,
): SpotCheckDecision {
  const recheck = facts?.recheck;
  const score = recheck?.document?.score ?? 0;
  if (facts) {
    if (!recheck?.open) throw new DomainError('not-found', '没有这项待办的复核', { pointer: '/recheckId' });
    if (recheck.assessors.includes(spoken.actor)) throw new DomainError('same-person', '复核人不得是该党支部的评估人');
    if (recheck.actorIsMember) throw new DomainError('own-branch', '不得复核本人所在的党支部');
    if (!recheck.document) throw new DomainError('document-missing', '复核没有评估表', { pointer: '/documentId' });
    if (recheck.document.digest !== input.digest) {
      throw new DomainError('digest-mismatch', '评估表在阅读之后又有改动，请重新阅读', {
        pointer: '/digest',
        current: recheck.document.digest,
      });
    }
    if (recheck.document.faults.length > 0)
      throw new DomainError('score-invalid', '评估表填写不完整', { errors: recheck.document.faults });
    if (input.verdict === 'upheld' && score < setting.passMark) {
      throw new DomainError('gate-failed', '得分低于达标线，不能维持达标结论', {
        score,
        passMark: setting.passMark,
        clause: '三.4',
      });
    }
  }
  const at = spoken.receivedAt;
  const last = state.concluded + 1 === state.drawn;
  const overturned = state.overturned + (input.verdict === 'overturned' ? 1 : 0);
  return {
    facts: [
      {
        type: 'recheck-concluded',
        payload: { at, ...input, branchId: recheck?.branchId ?? '', score, rechecker: spoken.actor },
      },
      ...(last
        ? [{ type: 'spot-check-concluded', payload: { at, upheld: state.drawn - overturned, overturned } } as const]
        : []),
    ],
    documents: [{ action: 'freeze', documentId: input.documentId, digest: input.digest }],
    effects: [{ tell: 'branch', topic: 'rechecked', refs: { recheckId: input.recheckId } }],
  };
}
