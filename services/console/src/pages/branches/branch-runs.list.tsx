import {
  BRANCH_STEPS,
  carriedPassWords,
  DISPOSITION_WORDS,
  GOAL_FIGURES,
  GOAL_WORDS,
  MODE_WORDS,
  OUTCOME_WORDS,
  PHASE_WORDS,
  ROLE_DEFINITIONS,
  STEP_WORDS,
  TARGET_WORDS,
  VERDICT_WORDS,
  WAITS_WORDS,
} from '@app/domain';
import {
  AREA,
  AwaitedDate,
  BRANCH,
  dayOf,
  OWN_LIGHT,
  LightOf,
  ORGANISATION,
  pointsOf,
  SEARCH,
  WaitingOn,
  wordOfCode,
  YEAR,
} from '../../parts/list/cells';
import { listOf } from '../../parts/list/list';
import { RunLink } from '../../parts/run-link';

export const BRANCH_RUNS = listOf('branch-runs', {
  filters: {
    q: SEARCH,
    year: YEAR,
    organisationId: ORGANISATION,
    phase: { kind: 'choice', words: PHASE_WORDS },
    light: OWN_LIGHT,
    waitingOn: { kind: 'choice', words: ROLE_DEFINITIONS },
    waits: { kind: 'choice', words: WAITS_WORDS, isRare: true },
    areaId: { ...AREA, isRare: true },
    branchId: BRANCH,
    step: {
      kind: 'choice',
      words: Object.fromEntries(BRANCH_STEPS.map((step) => [step, STEP_WORDS[step]])),
      isRare: true,
    },
    mode: { kind: 'choice', words: MODE_WORDS, isRare: true },
    target: { kind: 'choice', words: TARGET_WORDS, isRare: true },
    result: { kind: 'choice', words: OUTCOME_WORDS, isRare: true },
    disposition: { kind: 'choice', words: DISPOSITION_WORDS, isRare: true },
    counted: {
      kind: 'choice',
      words: Object.fromEntries([...GOAL_FIGURES, 'outOfScope' as const].map((name) => [name, GOAL_WORDS[name]])),
      isRare: true,
    },
  },
  columns: {
    branch: {
      fields: ['branchCode', 'branchName'],
      sort: { up: 'code', down: '-code' },
      cell: ({ id, branchName }) => (
        <RunLink kind="branch-runs" id={id}>
          {branchName}
        </RunLink>
      ),
    },
    organisation: { fields: ['organisationName'], cell: ({ organisationName }) => organisationName },
    year: { fields: ['year'], cell: ({ year }) => year },
    step: {
      fields: ['phase', 'step'],
      cell: ({ phase, step }, { say }) => (
        <>
          {say(STEP_WORDS[step])}
          <span className="quiet second">{say(PHASE_WORDS[phase])}</span>
        </>
      ),
    },
    ownLight: { fields: ['light'], cell: ({ light }) => <LightOf light={light} /> },
    waitingOn: {
      fields: ['waitingOn.role', 'waitingOn.bodyId'],
      cell: ({ waitingOn }, writing) => <WaitingOn office={waitingOn} writing={writing} />,
    },
    awaited: {
      fields: ['awaited.kind', 'awaited.dueDate', 'awaited.workdaysLeft', 'awaited.light'],
      cell: ({ awaited }, writing) => <AwaitedDate awaited={awaited} writing={writing} />,
    },
    since: {
      fields: ['since'],
      sort: { up: 'since', down: '-since' },
      cell: ({ since }, writing) => dayOf(since, writing),
    },
    target: {
      fields: ['target'],
      isExtra: true,
      cell: ({ target }, writing) => wordOfCode(TARGET_WORDS, target, writing),
    },
    mode: { fields: ['mode'], isExtra: true, cell: ({ mode }, writing) => wordOfCode(MODE_WORDS, mode, writing) },
    selfScore: { fields: ['selfScore'], isExtra: true, isNumber: true, cell: ({ selfScore }) => pointsOf(selfScore) },
    superiorScore: {
      fields: ['superiorScore', 'carriedPass.year', 'carriedPass.score'],
      isExtra: true,
      isNumber: true,
      sort: { down: '-score' },
      cell: ({ superiorScore, carriedPass }, { say }) =>
        carriedPass ? say(carriedPassWords(carriedPass)) : pointsOf(superiorScore),
    },
    result: {
      fields: ['result'],
      isExtra: true,
      cell: ({ result }, writing) => wordOfCode(OUTCOME_WORDS, result, writing),
    },
    recheck: {
      fields: ['recheck'],
      isExtra: true,
      cell: ({ recheck }, writing) => wordOfCode(VERDICT_WORDS, recheck, writing),
    },
    recognisedAt: {
      fields: ['recognisedAt'],
      isExtra: true,
      cell: ({ recognisedAt }, writing) => dayOf(recognisedAt, writing),
    },
    disposition: {
      fields: ['disposition'],
      isExtra: true,
      cell: ({ disposition }, writing) => wordOfCode(DISPOSITION_WORDS, disposition, writing),
    },
  },
});
