import { COLOUR_WORDS, rungWords, SLIP_STATE_WORDS } from '@app/domain';
import { dayOf, matterOf, nameOf, wordOfCode } from '../../parts/list/cells';
import { listOf } from '../../parts/list/list';

export const SLIPS = listOf('slips', {
  filters: { state: { kind: 'choice', words: SLIP_STATE_WORDS } },
  columns: {
    matter: { fields: ['kind'], cell: matterOf },
    responsible: {
      fields: ['organisationId', 'branchId'],
      cell: ({ branchId, organisationId }, writing) => nameOf(branchId ?? organisationId, writing),
    },
    branches: {
      fields: ['lines'],
      cell: ({ lines }, writing) => lines.map((id) => nameOf(id, writing)).join(writing.dates.comma) || '—',
    },
    rung: { fields: ['rung'], cell: ({ rung }, { say }) => say(rungWords(rung)) },
    colour: { fields: ['colour'], cell: ({ colour }, writing) => wordOfCode(COLOUR_WORDS, colour, writing) },
    state: { fields: ['state'], cell: ({ state }, { say }) => say(SLIP_STATE_WORDS[state]) },
    draftedAt: { fields: ['draftedAt'], cell: ({ draftedAt }, writing) => dayOf(draftedAt, writing) },
    closedAt: { fields: ['closedAt'], cell: ({ closedAt }, writing) => dayOf(closedAt, writing) },
  },
});
