import { nameOf, SEARCH } from '../../parts/list/cells';
import type { List } from '../../parts/list/list';

export const ACCOUNTS: List<'/api/v1/accounts'> = {
  path: '/api/v1/accounts',
  filters: [SEARCH, { name: 'signedIn', kind: 'flag' }],
  columns: [
    { name: 'login', fields: ['login'], cell: ({ login }) => login },
    { name: 'person', fields: ['personId'], cell: ({ personId }, writing) => nameOf(personId, writing) },
    { name: 'openSessions', fields: ['openSessions'], isNumber: true, cell: ({ openSessions }) => openSessions },
    {
      name: 'lastSeenAt',
      fields: ['lastSeenAt'],
      cell: ({ lastSeenAt }, { dates }) => (lastSeenAt ? dates.time(lastSeenAt) : '—'),
    },
    { name: 'sample', fields: ['sample'], cell: ({ sample }, { flag }) => flag(sample) },
  ],
};
