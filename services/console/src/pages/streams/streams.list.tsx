import { STREAM_KINDS, STREAM_WORDS } from '@app/domain';
import { BRANCH, ORGANISATION, SEARCH, YEAR } from '../../parts/list/cells';
import type { List } from '../../parts/list/list';
import { StreamLink, StreamName } from '../../parts/stream-link';

export const STREAMS: List<'/api/v1/streams'> = {
  path: '/api/v1/streams',
  filters: [
    {
      name: 'kind',
      label: 'streamKind',
      kind: 'choice',
      words: Object.fromEntries(STREAM_KINDS.map((kind) => [kind, STREAM_WORDS[kind]])),
    },
    SEARCH,
    YEAR,
    ORGANISATION,
    BRANCH,
  ],
  columns: [
    {
      name: 'streamOf',
      fields: ['branchId', 'organisationId', 'year', 'no'],
      cell: (line, { names }) => (
        <StreamLink stream={line.stream}>
          <StreamName line={line} names={names} />
        </StreamLink>
      ),
    },
    { name: 'streamKind', fields: ['kind'], cell: ({ kind }, { say }) => say(STREAM_WORDS[kind]) },
    { name: 'events', fields: ['events'], cell: ({ events }) => events, isNumber: true },
    { name: 'lastAt', fields: ['lastAt'], cell: ({ lastAt }, { dates }) => dates.time(lastAt) },
  ],
};
