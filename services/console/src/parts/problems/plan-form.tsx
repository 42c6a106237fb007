import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useKept } from '../../app/use-kept';
import { api } from '../../client';
import { DateField } from '../date-field';
import { Field } from '../field';
import { ProblemNotice } from '../problem-notice';
import type { ProblemLine } from './problem-line';
import { useRefreshed } from './use-refreshed';

interface PlanFormProps {
  readonly problem: ProblemLine;
  readonly onDone: () => void;
}

/** 措施、责任人、时限: what makes a line of the list a plan. The API refuses an owner from elsewhere. */
export function PlanForm({ problem, onDone }: PlanFormProps) {
  const { t } = useTranslation('parts');
  const { id, measure, ownerId, dueDate } = problem;
  const [typed, keep, forget] = useKept(`plan.${id}`, { measure: measure ?? '', ownerId, dueDate });
  const people = api.useQuery('get', '/api/v1/people', { params: { query: { limit: 200 } } });
  const { mutate, error, isPending } = api.useMutation('post', '/api/v1/problems/{id}/plan', {
    onSuccess: useRefreshed(() => {
      forget();
      onDone();
    }),
  });
  const at = (name: string) => `${name}-${id}`;
  return (
    <form
      className="form problem-form"
      aria-label={t('problem.do.planProblem')}
      onSubmit={(event) => {
        event.preventDefault();
        const body = { measure: typed.measure, ownerId: typed.ownerId ?? '', dueDate: typed.dueDate ?? '' };
        mutate({ params: { path: { id } }, body });
      }}
    >
      <Field id={at('measure')} label={t('problem.measure')} refused={{ error, pointer: '/measure' }}>
        <Input.TextArea
          id={at('measure')}
          autoFocus
          value={typed.measure}
          autoSize={{ minRows: 2 }}
          maxLength={2000}
          onChange={({ target }) => keep({ ...typed, measure: target.value })}
        />
      </Field>
      <Field id={at('owner')} label={t('problem.owner')} refused={{ error, pointer: '/ownerId' }}>
        <Select
          id={at('owner')}
          showSearch={{ optionFilterProp: 'label' }}
          loading={people.isLoading}
          value={typed.ownerId}
          options={people.data?.items.map(({ id: value, name }) => ({ value, label: name })) ?? []}
          onChange={(value: string) => keep({ ...typed, ownerId: value })}
        />
      </Field>
      <Field id={at('due')} label={t('problem.due')} refused={{ error, pointer: '/dueDate' }}>
        <DateField id={at('due')} value={typed.dueDate} onChange={(due) => keep({ ...typed, dueDate: due })} />
      </Field>
      {error && <ProblemNotice error={error} />}
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={isPending}>
          {t('problem.save')}
        </Button>
        <Button onClick={onDone}>{t('problem.cancel')}</Button>
      </div>
    </form>
  );
}
