import { COMMAND_WORDS } from '@app/domain';
import { nameOf, wordOfCode } from '../../parts/list/cells';
import type { List } from '../../parts/list/list';

export const REFUSALS: List<'/api/v1/refusals'> = {
  path: '/api/v1/refusals',
  filters: [],
  columns: [
    { name: 'recordedAt', fields: ['recordedAt'], cell: ({ recordedAt }, { dates }) => dates.time(recordedAt) },
    { name: 'actor', fields: ['actor'], cell: ({ actor }, writing) => nameOf(actor, writing) },
    {
      name: 'command',
      fields: ['command'],
      cell: ({ command }, writing) => wordOfCode(COMMAND_WORDS, command, writing),
    },
    { name: 'subject', fields: ['subjectId'], cell: ({ subjectId }, writing) => nameOf(subjectId, writing) },
    {
      name: 'reason',
      fields: ['code'],
      cell: ({ reason, reasonEn }, { say }) => say({ zh: reason, en: reasonEn }),
    },
  ],
};
