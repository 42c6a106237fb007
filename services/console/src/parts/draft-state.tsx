import { CheckOutlined, CloudSyncOutlined, EditOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftView } from '../app/draft';
import { useDates } from '../words/dates';
import { ProblemNotice } from './problem-notice';

const ICONS: Readonly<Record<DraftView<unknown>['state'], ReactNode>> = {
  saved: <CheckOutlined />,
  waiting: <EditOutlined />,
  saving: <CloudSyncOutlined />,
  away: <ExclamationCircleOutlined />,
  refused: <ExclamationCircleOutlined />,
  conflict: <ExclamationCircleOutlined />,
};

/** Whether what was typed is on the server, by icon and words; why not, where it was refused. */
export function DraftState({ draft }: { readonly draft: DraftView<unknown> }) {
  const { t } = useTranslation('parts');
  const { time } = useDates();
  const { state, saved, error } = draft;
  if (saved.frozenAt !== null) return null;
  const tone = state === 'saved' ? 'light-well' : state === 'waiting' || state === 'saving' ? 'quiet' : 'light-late';
  return (
    <>
      <p className={`draft-state ${tone}`} role="status">
        <span aria-hidden="true">{ICONS[state]}</span>
        {state === 'saved' && saved.authorId !== null
          ? t('draft.savedAt', { time: time(saved.savedAt) })
          : t(`draft.${state}`)}
      </p>
      {state === 'refused' && <ProblemNotice error={error} />}
    </>
  );
}
