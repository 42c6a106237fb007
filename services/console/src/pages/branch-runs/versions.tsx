import { DOCUMENT_WORDS, type DocumentKind } from '@app/domain';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../client';
import { Loaded } from '../../parts/loaded';
import { RunHead } from '../../parts/run-head';
import { Section } from '../../parts/section';
import { Versions } from '../../parts/versions/versions';
import { useWords } from '../../words/words';

const route = getRouteApi('/office/branch-runs/$id/versions/$kind');

/** 历次文稿: how one paper of a branch's year came about, between any two of its savings. */
export function PaperVersions() {
  const { t } = useTranslation('branch-runs');
  const say = useWords();
  const { id, kind } = route.useParams();
  const { before, after } = route.useSearch();
  const navigate = route.useNavigate();
  const query = api.useQuery('get', '/api/v1/branch-runs/{id}/documents', { params: { path: { id } } });
  const what = say(DOCUMENT_WORDS[kind as DocumentKind]);
  return (
    <>
      <RunHead title={t('versionsOf', { what })} runId={id} />
      <Section title={t('versions')}>
        <Loaded query={query}>
          {({ items, names }) => (
            <Versions
              kind={kind as DocumentKind}
              papers={items.filter((paper) => paper.kind === kind)}
              names={names}
              {...{ before, after }}
              onChoose={(chosen) => void navigate({ search: (known) => ({ ...known, ...chosen }), replace: true })}
            />
          )}
        </Loaded>
      </Section>
    </>
  );
}
