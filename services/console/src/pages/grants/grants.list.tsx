import { BODY_KINDS, BODY_WORDS, ROLE_DEFINITIONS } from '@app/domain';
import { dateOf, nameOf, SEARCH, wordOfCode } from '../../parts/list/cells';
import { listOf } from '../../parts/list/list';

export const GRANTS = listOf('grants', {
  filters: {
    q: SEARCH,
    bodyKind: { kind: 'choice', words: Object.fromEntries(BODY_KINDS.map((kind) => [kind, BODY_WORDS[kind]])) },
  },
  columns: {
    person: { fields: ['personName'], cell: ({ personName }) => personName },
    role: { fields: ['role'], cell: ({ role }, writing) => wordOfCode(ROLE_DEFINITIONS, role, writing) },
    body: {
      fields: ['bodyKind', 'bodyId'],
      cell: ({ bodyKind, bodyId }, writing) =>
        bodyKind === 'committee' ? wordOfCode(BODY_WORDS, bodyKind, writing) : nameOf(bodyId, writing),
    },
    validFrom: { fields: ['validFrom'], cell: ({ validFrom }, writing) => dateOf(validFrom, writing) },
    heldTo: { fields: ['validTo'], cell: ({ validTo }, writing) => dateOf(validTo, writing) },
    deputy: { fields: ['deputyId'], cell: ({ deputyId }, writing) => nameOf(deputyId, writing) },
  },
});
