import { DEADLINE_WORDS, NOTICE_WORDS, type NoticeSubject, rungWords } from '@app/domain';
import { useQueryClient } from '@tanstack/react-query';
import { Badge, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { api } from '../../client';
import { Loaded } from '../../parts/loaded';
import { Nothing } from '../../parts/nothing';
import { ProblemNotice } from '../../parts/problem-notice';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';

type Notice = components['schemas']['Notice'];

const LIST = ['get', '/api/v1/me/notices'] as const;

/** What I was told, the latest first. */
export function Notices() {
  const { t } = useTranslation('me');
  const query = api.useQuery(...LIST);
  return (
    <section aria-labelledby="notices">
      <h2 id="notices">{t('notices')}</h2>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing title={t('noNotices')} />
          ) : (
            <ul className="cards">
              {items.map((notice) => (
                <NoticeCard key={notice.id} notice={notice} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

function NoticeCard({ notice: { id, subject, deadlineKind, rung, at, readAt } }: { readonly notice: Notice }) {
  const { t } = useTranslation('me');
  const say = useWords();
  const { time } = useDates();
  const cache = useQueryClient();
  const { mutate, error, isPending } = api.useMutation('post', '/api/v1/notices/{id}/read', {
    onSuccess: () => cache.invalidateQueries({ queryKey: LIST }),
  });
  const about = [deadlineKind && say(DEADLINE_WORDS[deadlineKind]), rung && say(rungWords(rung))].filter(Boolean);
  return (
    <li className="card">
      <div className="card-main">
        <Badge dot={readAt === null} offset={[6, 4]}>
          <b>{say(NOTICE_WORDS[subject as NoticeSubject])}</b>
        </Badge>
        {about.length > 0 && <span className="quiet">{about.join(' · ')}</span>}
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
