import { BODY_KINDS, BODY_WORDS, ROLE_DEFINITIONS } from '@app/domain';
import { dateOf, nameOf, SEARCH, wordOfCode } from '../../parts/list/cells';
import type { List } from '../../parts/list/list';

export const GRANTS: List<'/api/v1/grants'> = {
  path: '/api/v1/grants',
  filters: [
    SEARCH,
    { name: 'bodyKind', kind: 'choice', words: Object.fromEntries(BODY_KINDS.map((kind) => [kind, BODY_WORDS[kind]])) },
  ],
  columns: [
    { name: 'person', fields: ['personName'], cell: ({ personName }) => personName },
    { name: 'role', fields: ['role'], cell: ({ role }, writing) => wordOfCode(ROLE_DEFINITIONS, role, writing) },
    {
      name: 'body',
      fields: ['bodyKind', 'bodyId'],
      cell: ({ bodyKind, bodyId }, writing) =>
        bodyKind === 'committee' ? wordOfCode(BODY_WORDS, bodyKind, writing) : nameOf(bodyId, writing),
    },
    { name: 'validFrom', fields: ['validFrom'], cell: ({ validFrom }, writing) => dateOf(validFrom, writing) },
    { name: 'heldTo', fields: ['validTo'], cell: ({ validTo }, writing) => dateOf(validTo, writing) },
    { name: 'deputy', fields: ['deputyId'], cell: ({ deputyId }, writing) => nameOf(deputyId, writing) },
  ],
};
