import { COMMAND_WORDS } from '@app/domain';
import { useQueries } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { api } from '../../client';
import { BatchDialog } from '../../parts/batch-dialog';
import { PlanSummary } from '../../parts/plan-summary';
import { ProblemNotice } from '../../parts/problem-notice';
import { useWords } from '../../words/words';

interface BatchProps {
  readonly lines: readonly components['schemas']['BranchRunLine'][];
  readonly onClose: () => void;
}

export function OpenSurveyBatch({ lines, onClose }: BatchProps) {
  const { t } = useTranslation('organisation-runs');
  const say = useWords();
  const { mutateAsync, error, isPending } = api.useMutation('post', '/api/v1/surveys/open');
  const shown = lines.map(({ id, branchName: name }) => ({ id, name, preview: t('surveyWillOpen') }));
  const send = () => mutateAsync({ body: { items: lines.map(({ id: branchRunId }) => ({ branchRunId })) } });
  return (
    <BatchDialog what={say(COMMAND_WORDS.openSurvey)} lines={shown} isReady {...{ send, error, isPending, onClose }} />
  );
}

/** Each plan as its branch handed it over. */
export function ApproveBatch({ lines, onClose }: BatchProps) {
  const { t } = useTranslation('organisation-runs');
  const say = useWords();
  const { mutateAsync, error, isPending } = api.useMutation('post', '/api/v1/branch-plans/approve');
  const papers = useQueries({
    queries: lines.map(({ id }) =>
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
  const shown = lines.map(({ id, branchName: name }, at) => {
    const plan = plans[at]?.data;
    const fault = papers[at]?.error ?? plans[at]?.error;
    const absent = papers[at]?.data !== undefined && planIds[at] === undefined;
    const preview = fault ? (
      <ProblemNotice error={fault} />
    ) : plan ? (
      <PlanSummary plan={plan.body} />
    ) : absent ? (
      t('noPlan')
    ) : (
      <Skeleton.Input size="small" active />
    );
    return { id, name, preview };
  });
  const send = () => mutateAsync({ body: { items: planIds.map((id) => ({ id: id ?? '' })) } });
  const isReady = plans.every(({ data }) => data !== undefined);
  return (
    <BatchDialog
      what={say(COMMAND_WORDS.approveBranchPlan)}
      lines={shown}
      {...{ isReady, send, error, isPending, onClose }}
    />
  );
}
