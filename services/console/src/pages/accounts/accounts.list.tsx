import { nameOf, SEARCH } from '../../parts/list/cells';
import { listOf } from '../../parts/list/list';

export const ACCOUNTS = listOf('accounts', {
  filters: { q: SEARCH, signedIn: { kind: 'flag' } },
  columns: {
    login: { fields: ['login'], cell: ({ login }) => login },
    person: { fields: ['personId'], cell: ({ personId }, writing) => nameOf(personId, writing) },
    openSessions: { fields: ['openSessions'], isNumber: true, cell: ({ openSessions }) => openSessions },
    lastSeenAt: {
      fields: ['lastSeenAt'],
      cell: ({ lastSeenAt }, { dates }) => (lastSeenAt ? dates.time(lastSeenAt) : '—'),
    },
    sample: { fields: ['sample'], cell: ({ sample }, { flag }) => flag(sample) },
  },
});
