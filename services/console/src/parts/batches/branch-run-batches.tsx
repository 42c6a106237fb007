import { COMMAND_WORDS } from '@app/domain';
import { useQueries } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { api } from '../../client';
import { useWords } from '../../words/words';
import { PlanSummary } from '../plan-summary';
import { ProblemNotice } from '../problem-notice';
import type { Batches, BatchProps } from './batch';
import { BatchDialog } from './batch-dialog';

type Props = BatchProps<components['schemas']['BranchRunLine']>;

function OpenSurveys({ lines, whyNot, onClose }: Props) {
  const { t } = useTranslation('parts');
  const say = useWords();
  const { mutateAsync, error, isPending } = api.useMutation('post', '/api/v1/surveys/open');
  const preview = t('batch.surveyWillOpen');
  const shown = lines.map((line) => ({ id: line.id, name: line.branchName, preview, whyNot: whyNot(line) }));
  const items = lines.filter((line) => whyNot(line) === null).map(({ id: branchRunId }) => ({ branchRunId }));
  return (
    <BatchDialog
      what={say(COMMAND_WORDS.openSurvey)}
      lines={shown}
      isReady
      send={() => mutateAsync({ body: { items } })}
      {...{ error, isPending, onClose }}
    />
  );
}

/** Each plan as its branch handed it over. */
function ApprovePlans({ lines, whyNot, onClose }: Props) {
  const { t } = useTranslation('parts');
  const say = useWords();
  const { mutateAsync, error, isPending } = api.useMutation('post', '/api/v1/branch-plans/approve');
  const doable = lines.filter((line) => whyNot(line) === null);
  const papers = useQueries({
    queries: doable.map(({ id }) =>
      api.queryOptions('get', '/api/v1/branch-runs/{id}/documents', { params: { path: { id } } }),
    ),
  });
  const planIds = papers.map(({ data }) => data?.items.filter(({ kind }) => kind === 'branch-plan').at(-1)?.id);
  const plans = useQueries({
    queries: planIds.map((id) => ({
      ...api.queryOptions('get', '/api/v1/branch-plans/{id}', { params: { path: { id: id ?? '' } } }),
      enabled: id !== undefined,
    })),
  });
  const shown = lines.map((line) => {
    const at = doable.indexOf(line);
    const plan = plans[at]?.data;
    const fault = papers[at]?.error ?? plans[at]?.error;
    const absent = papers[at]?.data !== undefined && planIds[at] === undefined;
    const preview = fault ? (
      <ProblemNotice error={fault} />
    ) : plan ? (
      <PlanSummary plan={plan.body} />
    ) : absent ? (
      t('batch.noPlan')
    ) : (
      <Skeleton.Input size="small" active />
    );
    return { id: line.id, name: line.branchName, preview, whyNot: whyNot(line) };
  });
  const isReady = plans.every(({ data }) => data !== undefined);
  const send = () => mutateAsync({ body: { items: planIds.map((id) => ({ id: id ?? '' })) } });
  return (
    <BatchDialog
      what={say(COMMAND_WORDS.approveBranchPlan)}
      lines={shown}
      {...{ isReady, send, error, isPending, onClose }}
    />
  );
}

/** What is done for many branches at once. */
export const BRANCH_RUN_BATCHES: Batches<components['schemas']['BranchRunLine']> = {
  commands: [
    { name: 'openSurvey', kind: 'branch-run', Dialog: OpenSurveys },
    { name: 'approveBranchPlan', kind: 'branch-run', Dialog: ApprovePlans },
  ],
  nameOf: ({ branchName }) => branchName,
};
