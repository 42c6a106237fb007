import { COLOUR_WORDS, rungWords, SLIP_STATE_WORDS } from '@app/domain';
import { dayOf, matterOf, nameOf, wordOfCode } from '../../parts/list/cells';
import type { List } from '../../parts/list/list';

export const SLIPS: List<'/api/v1/slips'> = {
  path: '/api/v1/slips',
  filters: [{ name: 'state', kind: 'choice', words: SLIP_STATE_WORDS }],
  columns: [
    { name: 'matter', fields: ['kind'], cell: matterOf },
    {
      name: 'responsible',
      fields: ['organisationId', 'branchId'],
      cell: ({ branchId, organisationId }, writing) => nameOf(branchId ?? organisationId, writing),
    },
    {
      name: 'branches',
      fields: ['lines'],
      cell: ({ lines }, writing) => lines.map((id) => nameOf(id, writing)).join(writing.dates.comma) || '—',
    },
    { name: 'rung', fields: ['rung'], cell: ({ rung }, { say }) => say(rungWords(rung)) },
    { name: 'colour', fields: ['colour'], cell: ({ colour }, writing) => wordOfCode(COLOUR_WORDS, colour, writing) },
    { name: 'state', fields: ['state'], cell: ({ state }, { say }) => say(SLIP_STATE_WORDS[state]) },
    { name: 'draftedAt', fields: ['draftedAt'], cell: ({ draftedAt }, writing) => dayOf(draftedAt, writing) },
    { name: 'closedAt', fields: ['closedAt'], cell: ({ closedAt }, writing) => dayOf(closedAt, writing) },
  ],
};
