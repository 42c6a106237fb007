import { isRunKind, shanghaiDateOf, STREAM_WORDS } from '@app/domain';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { api, client } from '../../client';
import { Loaded } from '../../parts/loaded';
import { PageHead } from '../../parts/page-head';
import { Record } from '../../parts/record';
import { useStreamName } from '../../parts/stream-link';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';

type Timeline = components['schemas']['Timeline'];

const route = getRouteApi('/office/streams/$stream');

/** So much is read at once; what is older, on demand. */
const PAGE = 200;

/** The record of one run or register entry, the newest event first, in three zooms. */
export function StreamPage() {
  const { t } = useTranslation('streams');
  const say = useWords();
  const { date } = useDates();
  const nameOf = useStreamName();
  const { stream } = route.useParams();
  const { zoom = 'milestones' } = route.useSearch();
  const navigate = route.useNavigate();
  const query = api.useQuery('get', '/api/v1/streams/{stream}', { params: { path: { stream } } });
  const record = useRecord(stream);
  const { data } = query;
  const lines = record.data?.pages.flatMap(({ items }) => items) ?? [];
  const names = Object.assign({}, ...(record.data?.pages ?? []).map((page) => page.names)) as Timeline['names'];
  return (
    <>
      <PageHead
        title={data ? nameOf(data, data.names) : t('title')}
        note={
          data &&
          t('about', {
            kind: say(STREAM_WORDS[data.kind]),
            count: data.events,
            date: date(shanghaiDateOf(data.lastAt)),
          })
        }
      >
        <Link to="/streams" search={({ campaign }) => ({ campaign, ...(data && { kind: data.kind }) })}>
          {t('back')}
        </Link>
      </PageHead>
      <Loaded query={query} rows={1}>
        {({ kind }) => (
          <section className="panel" aria-label={t('record')}>
            <Loaded query={record} rows={10}>
              {() => (
                <Record
                  kind={isRunKind(kind) ? kind : null}
                  lines={lines.toReversed()}
                  names={names}
                  zoom={zoom}
                  onZoom={(value) => void navigate({ search: (before) => ({ ...before, zoom: value }), replace: true })}
                />
              )}
            </Loaded>
            {record.hasNextPage && (
              <p className="page-tools">
                <Button loading={record.isFetchingNextPage} onClick={() => void record.fetchNextPage()}>
                  {t('older')}
                </Button>
                <span className="quiet">{t('shown', { count: lines.length })}</span>
              </p>
            )}
          </section>
        )}
      </Loaded>
    </>
  );
}

function useRecord(stream: string) {
  return useInfiniteQuery({
    queryKey: ['get', '/api/v1/streams/{stream}/timeline', stream],
    queryFn: async ({ pageParam: cursor, signal }) => {
      const query = { order: 'newest', limit: PAGE, ...(cursor !== null && { cursor }) } as const;
      const params = { path: { stream }, query };
      const { data } = await client.GET('/api/v1/streams/{stream}/timeline', { params, signal });
      return data as Timeline;
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
