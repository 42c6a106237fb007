import { ROLE_DEFINITIONS, STEP_WORDS } from '@app/domain';
import { useTranslation } from 'react-i18next';
import { api } from '../client';
import { useDates } from '../words/dates';
import { useWords } from '../words/words';
import { AwaitedDate } from './awaited';
import { PageHead } from './page-head';
import { RunLink } from './run-link';
import './run.css';

interface RunHeadProps {
  readonly title: string;
  readonly runId: string | undefined;
}

/** The head of a form of a branch's year: whose it is, with the way back to it, where it stands, who must act and by when. */
export function RunHead({ title, runId }: RunHeadProps) {
  const { t } = useTranslation('parts');
  const say = useWords();
  const { comma } = useDates();
  const { data } = api.useQuery(
    'get',
    '/api/v1/branch-runs/{id}/explain',
    { params: { path: { id: runId ?? '' } } },
    { enabled: runId !== undefined },
  );
  const { branch, year, step, waitingOn, awaited } = data ?? {};
  return (
    <>
      <PageHead
        title={title}
        note={
          branch &&
          runId && (
            <>
              <RunLink kind="branch-runs" id={runId}>
                {branch.name}
              </RunLink>{' '}
              · {t('run.of', { of: branch.organisation, year })}
            </>
          )
        }
      />
      {step && (
        <p className="run-standing" role="status">
          <b>{say(STEP_WORDS[step])}</b>
          {waitingOn && (
            <span>
              {t('run.waitsFor', {
                body: waitingOn.body,
                role: say(ROLE_DEFINITIONS[waitingOn.role]),
                persons: waitingOn.persons.join(comma) || t(waitingOn.isBarred ? 'run.barred' : 'run.nobody'),
              })}
            </span>
          )}
          {awaited && <AwaitedDate awaited={awaited} />}
        </p>
      )}
    </>
  );
}
