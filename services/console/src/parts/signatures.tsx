import type { BranchRunEvent, DocumentKind } from '@app/domain';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema';
import { api } from '../client';
import { useLanguage } from '../app/preferences';
import { useDates } from '../words/dates';
import { useDoer } from './doer';
import { WHOLE } from './run-sections';

/** With what a paper of each kind is handed over or signed. */
const SIGNED: Readonly<Record<string, readonly string[]>> = {
  'branch-plan': ['branch-plan-submitted'],
  'self-assessment': ['assessment-submitted'],
  'superior-assessment': ['assessment-signed', 'assessment-concluded'],
  review: ['review-submitted'],
} satisfies Partial<Record<DocumentKind, readonly BranchRunEvent['type'][]>>;

interface SignaturesProps {
  readonly paper: Pick<components['schemas']['DocumentLine'], 'id' | 'kind' | 'frozenAt' | 'settledAt'> & {
    readonly runId: string;
  };
}

/** Who handed a paper over or signed it, and when, as the record has it. */
export function Signatures({ paper }: SignaturesProps) {
  const { t } = useTranslation('parts');
  const { id, kind, runId, frozenAt, settledAt } = paper;
  const [language] = useLanguage();
  const { time } = useDates();
  const doer = useDoer();
  const { data } = api.useQuery(
    'get',
    '/api/v1/branch-runs/{id}/timeline',
    { params: { path: { id: runId }, query: WHOLE } },
    { enabled: frozenAt !== null },
  );
  // to its branch the first signature does not name the paper
  const lines = data?.items.filter(
    ({ type, recordedAt, payload }) =>
      SIGNED[kind]?.includes(type) &&
      [frozenAt, settledAt].includes(recordedAt) &&
      [undefined, id].includes(payload.documentId as string | undefined),
  );
  if (!lines || lines.length === 0) return null;
  return (
    <ul className="plain signatures" aria-label={t('signatures')}>
      {lines.map(({ sequence, title, titleEn, by, recordedAt }) => (
        <li key={sequence}>
          {t('signature', { what: language === 'zh' ? title : titleEn, who: by && doer(by), time: time(recordedAt) })}
        </li>
      ))}
    </ul>
  );
}
