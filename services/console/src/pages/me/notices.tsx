import { shanghaiDateOf } from '@app/domain';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Badge, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { keepCampaign } from '../../app/keep-campaign';
import type { components } from '../../api/schema';
import { useLanguage } from '../../app/preferences';
import { api } from '../../client';
import { Loaded } from '../../parts/loaded';
import { Nothing } from '../../parts/nothing';
import { ProblemNotice } from '../../parts/problem-notice';
import { useDates } from '../../words/dates';
import { addressOf } from './addresses';

type Notice = components['schemas']['Notice'];

const LIST = ['get', '/api/v1/me/notices'] as const;

/** What I was told, the latest first, each a sentence that leads to what it is about. */
export function Notices() {
  const { t } = useTranslation('me');
  const query = api.useQuery(...LIST, { params: { query: { limit: 200 } } });
  const unread = query.data?.items.filter(({ readAt }) => readAt === null).length ?? 0;
  const newest = query.data?.items[0];
  return (
    <section aria-labelledby="notices">
      <div className="section-head">
        <h2 id="notices">{t('notices', { count: unread, more: query.data?.nextCursor ? '+' : '' })}</h2>
        {newest && unread > 1 && <ReadAll until={newest.at} />}
      </div>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing title={t('noNotices')} />
          ) : (
            <ul className="cards">
              {byMatterAndDay(items).map((notices) =>
                notices.length < MANY ? (
                  notices.map((notice) => <NoticeCard key={notice.id} notice={notice} />)
                ) : (
                  <Matter key={notices[0].id} notices={notices} />
                ),
              )}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

/** From so many on, what came together of one matter is one line that opens. */
const MANY = 3;

type Together = readonly [Notice, ...Notice[]];

/** What reached him of one matter on one day, in the order of the latest of each. */
function byMatterAndDay(notices: readonly Notice[]): Together[] {
  const together = new Map<string, Together>();
  for (const notice of notices) {
    const key = `${shanghaiDateOf(notice.at)}/${notice.subject}`;
    const before = together.get(key);
    together.set(key, before ? [...before, notice] : [notice]);
  }
  return [...together.values()];
}

/** Many of one matter on one day: how many, and each when it is opened. */
function Matter({ notices }: { readonly notices: Together }) {
  const { t } = useTranslation('me');
  const [language] = useLanguage();
  const { time } = useDates();
  const [{ title, titleEn, at }] = notices;
  const unread = notices.filter(({ readAt }) => readAt === null).length;
  return (
    <li className="card">
      <details className="card-main">
        <summary>
          <b>{language === 'zh' ? title : titleEn}</b>
          {t('together', { count: notices.length, unread })} <span className="quiet">{time(at)}</span>
        </summary>
        <ul className="cards">
          {notices.map((notice) => (
            <NoticeCard key={notice.id} notice={notice} />
          ))}
        </ul>
      </details>
    </li>
  );
}

/** All that was told until the newest of what is seen; what came meanwhile stays unread. */
function ReadAll({ until }: { readonly until: string }) {
  const { t } = useTranslation('me');
  const cache = useQueryClient();
  const { mutate, error, isPending } = api.useMutation('post', '/api/v1/notices/read', {
    onSuccess: () => cache.invalidateQueries({ queryKey: LIST }),
  });
  return (
    <>
      <Button size="small" loading={isPending} onClick={() => mutate({ body: { until } })}>
        {t('markAllRead')}
      </Button>
      {error && <ProblemNotice error={error} />}
    </>
  );
}

/** The branches that their organisation is late with, a line each. */
function Branches({ lines }: Pick<Notice, 'lines'>) {
  return (
    <ul className="cell-lines">
      {lines.map(({ runId, code, name }) => (
        <li key={runId}>
          <Link to={addressOf({ kind: 'branch-run', runId, branchId: null }) ?? '.'} search={keepCampaign}>
            {code} {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function NoticeCard({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation('me');
  const [language] = useLanguage();
  const { time } = useDates();
  const cache = useQueryClient();
  const { id, kind, runId, title, titleEn, sentence, sentenceEn, lines, at, readAt } = notice;
  const { mutate, error, isPending } = api.useMutation('post', '/api/v1/notices/{id}/read', {
    onSuccess: () => cache.invalidateQueries({ queryKey: LIST }),
  });
  const address = addressOf(notice);
  const said = language === 'zh' ? sentence : sentenceEn;
  return (
    <li className="card">
      <div className="card-main">
        <Badge dot={readAt === null} offset={[6, 4]}>
          <b>{language === 'zh' ? title : titleEn}</b>
        </Badge>
        {address === null ? (
          <span>{said}</span>
        ) : (
          <Link
            to={address}
            search={(before: object) => ({
              ...keepCampaign(before),
              ...(kind === 'problem' && runId && { problem: runId }),
            })}
          >
            {said}
          </Link>
        )}
        {lines.length > 1 && <Branches lines={lines} />}
        <span className="quiet">{time(at)}</span>
        {error && <ProblemNotice error={error} />}
      </div>
      {readAt === null && (
        <Button size="small" loading={isPending} onClick={() => mutate({ params: { path: { id } }, body: {} })}>
          {t('markRead')}
        </Button>
      )}
    </li>
  );
}
