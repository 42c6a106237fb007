import { ROLE_DEFINITIONS, STEP_WORDS, workdaysLeftWords } from '@app/domain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../client';
import { useDates } from '../words/dates';
import { useWords } from '../words/words';
import { LightMark } from './light';
import { PageHead } from './page-head';

interface RunHeadProps {
  readonly title: string;
  readonly runId: string | undefined;
  readonly children?: ReactNode;
}

/** The head of a form of a branch's year: whose it is, where it stands, who must act and by when. */
export function RunHead({ title, runId, children }: RunHeadProps) {
  const { t } = useTranslation('parts');
  const say = useWords();
  const { date, comma } = useDates();
  const { data } = api.useQuery(
    'get',
    '/api/v1/branch-runs/{id}/explain',
    { params: { path: { id: runId ?? '' } } },
    { enabled: runId !== undefined },
  );
  const { branch, year, step, waitingOn, awaited } = data ?? {};
  return (
    <>
      <PageHead title={title} note={branch && t('run.of', { name: branch.name, of: branch.organisation, year })}>
        {children}
      </PageHead>
      {step && (
        <p className="run-standing" role="status">
          <b>{say(STEP_WORDS[step])}</b>
          {waitingOn && (
            <span>
              {t('run.waitsFor', {
                body: waitingOn.body,
                role: say(ROLE_DEFINITIONS[waitingOn.role]),
                persons: waitingOn.persons.join(comma) || t('run.nobody'),
              })}
            </span>
          )}
          {awaited?.dueDate && <span>{t('run.due', { date: date(awaited.dueDate) })}</span>}
          {typeof awaited?.workdaysLeft === 'number' && <b>{say(workdaysLeftWords(awaited.workdaysLeft))}</b>}
          {awaited && <LightMark light={awaited.light} />}
        </p>
      )}
    </>
  );
}
