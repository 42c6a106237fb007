import { PROBLEM_SOURCE_WORDS, PROBLEM_STATE_WORDS } from '@app/domain';
import {
  BRANCH,
  dateOf,
  dayOf,
  LIGHT,
  LightOf,
  nameOf,
  problemLink,
  ORGANISATION,
  wordOfCode,
} from '../../parts/list/cells';
import { listOf } from '../../parts/list/list';

export const PROBLEMS = listOf('problems', {
  filters: {
    openedYear: { kind: 'year' },
    organisationId: ORGANISATION,
    state: { kind: 'choice', words: PROBLEM_STATE_WORDS },
    light: LIGHT,
    mandatory: { kind: 'flag' },
    branchId: BRANCH,
  },
  columns: {
    problem: { fields: ['description'], cell: (line) => problemLink(line, line.description) },
    branch: { fields: ['branchCode', 'branchName'], cell: ({ branchName }) => branchName },
    organisation: {
      fields: ['organisationId'],
      cell: ({ organisationId }, writing) => nameOf(organisationId, writing),
    },
    measure: { fields: ['measure'], cell: ({ measure }) => measure ?? '—' },
    owner: { fields: ['ownerId'], cell: ({ ownerId }, writing) => nameOf(ownerId, writing) },
    dueDate: { fields: ['dueDate'], cell: ({ dueDate }, writing) => dateOf(dueDate, writing) },
    light: { fields: ['light'], cell: ({ light }) => <LightOf light={light} /> },
    state: {
      fields: ['state', 'raisedBecause'],
      cell: ({ state, raisedBecause }, { say }) => (
        <>
          {say(PROBLEM_STATE_WORDS[state])}
          {raisedBecause && <span className="quiet second">{raisedBecause}</span>}
        </>
      ),
    },
    source: {
      fields: ['source'],
      isExtra: true,
      cell: ({ source }, writing) => wordOfCode(PROBLEM_SOURCE_WORDS, source, writing),
    },
    mandatory: { fields: ['mandatory'], isExtra: true, cell: ({ mandatory }, { flag }) => flag(mandatory) },
    verifier: { fields: ['verifierId'], isExtra: true, cell: ({ verifierId }, writing) => nameOf(verifierId, writing) },
    closedAt: { fields: ['closedAt'], isExtra: true, cell: ({ closedAt }, writing) => dayOf(closedAt, writing) },
  },
});
