import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useKept } from '../../app/use-kept';
import { client } from '../../client';
import { Field } from '../field';
import { ProblemNotice } from '../problem-notice';
import type { ProblemAction } from './problem-line';
import { useRefreshed } from './use-refreshed';

interface RemarkFormProps {
  readonly problemId: string;
  readonly action: Exclude<ProblemAction, 'planProblem'>;
  readonly onDone: () => void;
}

/** Where each action goes with its one text. */
const SENDS = {
  closeProblem: (id, remark) =>
    client.POST('/api/v1/problems/{id}/close', { params: { path: { id } }, body: { remark } }),
  sendBackProblem: (id, remark) =>
    client.POST('/api/v1/problems/{id}/send-back', { params: { path: { id } }, body: { remark } }),
  raiseProblem: (id, reason) =>
    client.POST('/api/v1/problems/{id}/raise', { params: { path: { id } }, body: { reason } }),
  answerProblem: (id, answer) =>
    client.POST('/api/v1/problems/{id}/answer', { params: { path: { id } }, body: { answer } }),
} satisfies Record<RemarkFormProps['action'], (id: string, text: string) => Promise<unknown>>;

/** What is done with a line and needs one text: 销号, 退回, 提请上级协调, 答复. */
export function RemarkForm({ problemId, action, onDone }: RemarkFormProps) {
  const { t } = useTranslation('parts');
  const [text, keep, forget] = useKept(`${action}.${problemId}`, '');
  const { mutate, error, isPending } = useMutation({
    mutationFn: (): Promise<unknown> => SENDS[action](problemId, text),
    onSuccess: useRefreshed(() => {
      forget();
      onDone();
    }),
  });
  const id = `${action}-${problemId}`;
  return (
    <form
      className="form problem-form"
      aria-label={t(`problem.do.${action}`)}
      onSubmit={(event) => {
        event.preventDefault();
        mutate();
      }}
    >
      <Field id={id} label={t(`problem.remark.${action}`)}>
        <Input.TextArea
          id={id}
          autoFocus
          value={text}
          autoSize={{ minRows: 2 }}
          maxLength={2000}
          onChange={({ target }) => keep(target.value)}
        />
      </Field>
      {error && <ProblemNotice error={error} />}
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={isPending}>
          {t(`problem.do.${action}`)}
        </Button>
        <Button onClick={onDone}>{t('problem.cancel')}</Button>
      </div>
    </form>
  );
}
