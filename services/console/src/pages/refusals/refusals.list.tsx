import { COMMAND_WORDS } from '@app/domain';
import { nameOf, wordOfCode } from '../../parts/list/cells';
import { listOf } from '../../parts/list/list';

export const REFUSALS = listOf('refusals', {
  filters: {},
  columns: {
    recordedAt: { fields: ['recordedAt'], cell: ({ recordedAt }, { dates }) => dates.time(recordedAt) },
    actor: { fields: ['actor'], cell: ({ actor }, writing) => nameOf(actor, writing) },
    command: { fields: ['command'], cell: ({ command }, writing) => wordOfCode(COMMAND_WORDS, command, writing) },
    subject: { fields: ['subjectId'], cell: ({ subjectId }, writing) => nameOf(subjectId, writing) },
    reason: { fields: ['code'], cell: ({ reason, reasonEn }, { say }) => say({ zh: reason, en: reasonEn }) },
  },
});
