import { GOAL_FIGURES, GOAL_WORDS } from '@app/domain';
import { AREA, dateOf, nameOf, ORGANISATION, SEARCH, YEAR } from '../../parts/list/cells';
import { listOf } from '../../parts/list/list';
import { QuickLink } from '../../parts/quick-link';

export const BRANCHES = listOf('branches', {
  filters: {
    q: SEARCH,
    organisationId: ORGANISATION,
    areaId: AREA,
    year: { ...YEAR, isRare: true },
    counted: {
      kind: 'choice',
      words: Object.fromEntries([...GOAL_FIGURES, 'outOfScope' as const].map((name) => [name, GOAL_WORDS[name]])),
      isRare: true,
    },
  },
  columns: {
    code: { fields: ['code'], cell: ({ code }) => code },
    branch: {
      fields: ['name'],
      cell: ({ id, name }) => (
        <QuickLink to="/branch-runs" search={{ branchId: id }}>
          {name}
        </QuickLink>
      ),
    },
    organisation: {
      fields: ['organisationId'],
      cell: ({ organisationId }, writing) => nameOf(organisationId, writing),
    },
    members: { fields: ['members'], isNumber: true, cell: ({ members }) => members },
    masses: { fields: ['masses'], isNumber: true, cell: ({ masses }) => masses },
    foundedOn: { fields: ['foundedOn'], cell: ({ foundedOn }, writing) => dateOf(foundedOn, writing) },
    validTo: { fields: ['validTo'], cell: ({ validTo }, writing) => dateOf(validTo, writing) },
  },
});
