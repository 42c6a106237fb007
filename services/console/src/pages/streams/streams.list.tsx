import { STREAM_KINDS, STREAM_WORDS } from '@app/domain';
import { BRANCH, ORGANISATION, SEARCH, YEAR } from '../../parts/list/cells';
import { listOf } from '../../parts/list/list';
import { StreamLink, StreamName } from '../../parts/stream-link';

export const STREAMS = listOf('streams', {
  filters: {
    kind: {
      label: 'streamKind',
      kind: 'choice',
      words: Object.fromEntries(STREAM_KINDS.map((kind) => [kind, STREAM_WORDS[kind]])),
    },
    q: SEARCH,
    year: YEAR,
    organisationId: ORGANISATION,
    branchId: BRANCH,
  },
  columns: {
    streamOf: {
      fields: ['branchId', 'organisationId', 'year', 'no'],
      cell: (line, { names }) => (
        <StreamLink stream={line.stream}>
          <StreamName line={line} names={names} />
        </StreamLink>
      ),
    },
    streamKind: { fields: ['kind'], cell: ({ kind }, { say }) => say(STREAM_WORDS[kind]) },
    events: { fields: ['events'], cell: ({ events }) => events, isNumber: true },
    lastAt: { fields: ['lastAt'], cell: ({ lastAt }, { dates }) => dates.time(lastAt) },
  },
});
