import { PROBLEM_SOURCE_WORDS, PROBLEM_STATE_WORDS } from '@app/domain';
import { BRANCH, dateOf, dayOf, LIGHT, LightOf, nameOf, ORGANISATION, wordOfCode } from '../../parts/list/cells';
import type { List } from '../../parts/list/list';

export const PROBLEMS: List<'/api/v1/problems'> = {
  path: '/api/v1/problems',
  filters: [
    { name: 'openedYear', kind: 'year' },
    ORGANISATION,
    { name: 'state', kind: 'choice', words: PROBLEM_STATE_WORDS },
    LIGHT,
    { name: 'mandatory', kind: 'flag' },
    BRANCH,
  ],
  columns: [
    { name: 'problem', fields: ['description'], cell: ({ description }) => description },
    { name: 'branch', fields: ['branchCode', 'branchName'], cell: ({ branchName }) => branchName },
    {
      name: 'organisation',
      fields: ['organisationId'],
      cell: ({ organisationId }, writing) => nameOf(organisationId, writing),
    },
    { name: 'measure', fields: ['measure'], cell: ({ measure }) => measure ?? '—' },
    { name: 'owner', fields: ['ownerId'], cell: ({ ownerId }, writing) => nameOf(ownerId, writing) },
    { name: 'dueDate', fields: ['dueDate'], cell: ({ dueDate }, writing) => dateOf(dueDate, writing) },
    { name: 'light', fields: ['light'], cell: ({ light }) => <LightOf light={light} /> },
    {
      name: 'state',
      fields: ['state', 'raisedBecause'],
      cell: ({ state, raisedBecause }, { say }) => (
        <>
          {say(PROBLEM_STATE_WORDS[state])}
          {raisedBecause && <span className="quiet second">{raisedBecause}</span>}
        </>
      ),
    },
    {
      name: 'source',
      fields: ['source'],
      isExtra: true,
      cell: ({ source }, writing) => wordOfCode(PROBLEM_SOURCE_WORDS, source, writing),
    },
    {
      name: 'mandatory',
      fields: ['mandatory'],
      isExtra: true,
      cell: ({ mandatory }, { flag }) => flag(mandatory),
    },
    {
      name: 'verifier',
      fields: ['verifierId'],
      isExtra: true,
      cell: ({ verifierId }, writing) => nameOf(verifierId, writing),
    },
    {
      name: 'closedAt',
      fields: ['closedAt'],
      isExtra: true,
      cell: ({ closedAt }, writing) => dayOf(closedAt, writing),
    },
  ],
};
