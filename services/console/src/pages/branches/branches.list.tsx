import { GOAL_FIGURES, GOAL_WORDS } from '@app/domain';
import { Link } from '@tanstack/react-router';
import { keepCampaign } from '../../app/keep-campaign';
import { AREA, dateOf, nameOf, ORGANISATION, SEARCH, YEAR } from '../../parts/list/cells';
import type { List } from '../../parts/list/list';

export const BRANCHES: List<'/api/v1/branches'> = {
  path: '/api/v1/branches',
  filters: [
    SEARCH,
    ORGANISATION,
    AREA,
    { ...YEAR, isRare: true },
    {
      name: 'counted',
      kind: 'choice',
      words: Object.fromEntries([...GOAL_FIGURES, 'outOfScope' as const].map((name) => [name, GOAL_WORDS[name]])),
      isRare: true,
    },
  ],
  columns: [
    { name: 'code', fields: ['code'], cell: ({ code }) => code },
    {
      name: 'branch',
      fields: ['name'],
      cell: ({ id, name }) => (
        <Link to="/branch-runs" search={(before: object) => ({ ...keepCampaign(before), branchId: id })}>
          {name}
        </Link>
      ),
    },
    {
      name: 'organisation',
      fields: ['organisationId'],
      cell: ({ organisationId }, writing) => nameOf(organisationId, writing),
    },
    { name: 'members', fields: ['members'], isNumber: true, cell: ({ members }) => members },
    { name: 'masses', fields: ['masses'], isNumber: true, cell: ({ masses }) => masses },
    { name: 'foundedOn', fields: ['foundedOn'], cell: ({ foundedOn }, writing) => dateOf(foundedOn, writing) },
    { name: 'validTo', fields: ['validTo'], cell: ({ validTo }, writing) => dateOf(validTo, writing) },
  ],
};
