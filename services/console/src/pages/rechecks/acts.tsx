import { type Verdict, VERDICT_WORDS } from '@app/domain';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { api } from '../../client';
import { ProblemNotice } from '../../parts/problem-notice';
import { useWords } from '../../words/words';

type Recheck = components['schemas']['Recheck'];

interface ActsProps {
  readonly recheck: Recheck;
  readonly branch: string;
}

type Act = 'conclude' | 'confirm' | 'return';

const NAMES: Readonly<Record<Act, string>> = {
  conclude: 'concludeRecheck',
  confirm: 'confirmRecheck',
  return: 'returnRecheck',
};
const ACTS = ['conclude', 'confirm', 'return'] as const;

/** What the office may do about one recheck now; its sheet is where the score comes from. */
export function Acts({ recheck, branch }: ActsProps) {
  const { t } = useTranslation('rechecks');
  const [act, setAct] = useState<Act>();
  const { documentId, allowedActions } = recheck;
  const close = () => setAct(undefined);
  return (
    <span className="actions">
      {documentId && <a href={`/assessments/${documentId}`}>{t('sheet')}</a>}
      {ACTS.filter((name) => allowedActions.includes(NAMES[name])).map((name) => (
        <Button key={name} size="small" onClick={() => setAct(name)}>
          {t(name)}
        </Button>
      ))}
      {act === 'conclude' && <Conclude recheck={recheck} branch={branch} onDone={close} />}
      {act === 'confirm' && <Confirm recheck={recheck} branch={branch} onDone={close} />}
      {act === 'return' && <Return recheck={recheck} branch={branch} onDone={close} />}
    </span>
  );
}

interface DialogProps extends ActsProps {
  readonly onDone: () => void;
}

function Conclude({ recheck, branch, onDone }: DialogProps) {
  const { t } = useTranslation('rechecks');
  const say = useWords();
  const [form] = Form.useForm<{ readonly verdict: Verdict; readonly reason?: string }>();
  const verdict = Form.useWatch('verdict', form);
  const sheet = useSheet(recheck);
  const { mutate, error, isPending } = api.useMutation('post', '/api/v1/rechecks/{id}/conclude', useDone(onDone));
  return (
    <Dialog
      title={`${t('conclude')} · ${branch}`}
      form={form}
      error={error ?? sheet.error}
      isUnready={!sheet.data}
      {...{ isPending, onDone }}
    >
      <p className="quiet">{t('readSheet')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason, ...found }) =>
          mutate({
            params: { path: { id: recheck.id } },
            body: {
              ...found,
              digest: sheet.data?.digest ?? '',
              ...(found.verdict === 'overturned' && { reason: reason ?? '' }),
            },
          })
        }
        initialValues={{ verdict: 'upheld' }}
      >
        <Form.Item name="verdict" label={t('verdict')}>
          <Radio.Group
            options={(['upheld', 'overturned'] as const).map((value) => ({ value, label: say(VERDICT_WORDS[value]) }))}
          />
        </Form.Item>
        {verdict === 'overturned' && (
          <Form.Item
            name="reason"
            label={t('reason')}
            extra={t('reasonHint')}
            rules={[{ required: true, whitespace: true, message: t('reasonMissing') }]}
          >
            <Input.TextArea rows={4} maxLength={2000} />
          </Form.Item>
        )}
      </Form>
    </Dialog>
  );
}

function Confirm({ recheck, branch, onDone }: DialogProps) {
  const { t } = useTranslation('rechecks');
  const [form] = Form.useForm();
  const sheet = useSheet(recheck);
  const { mutate, error, isPending } = api.useMutation('post', '/api/v1/rechecks/{id}/confirm', useDone(onDone));
  return (
    <Dialog
      title={`${t('confirm')} · ${branch}`}
      form={form}
      error={error ?? sheet.error}
      isUnready={!sheet.data}
      {...{ isPending, onDone }}
    >
      <Form
        form={form}
        onFinish={() => mutate({ params: { path: { id: recheck.id } }, body: { digest: sheet.data?.digest ?? '' } })}
      >
        <p>{t('confirmText', { branch })}</p>
      </Form>
    </Dialog>
  );
}

function Return({ recheck, branch, onDone }: DialogProps) {
  const { t } = useTranslation('rechecks');
  const [form] = Form.useForm<{ readonly text: string }>();
  const sheet = useSheet(recheck);
  const { mutate, error, isPending } = api.useMutation('post', '/api/v1/rechecks/{id}/return', useDone(onDone));
  return (
    <Dialog
      title={`${t('return')} · ${branch}`}
      error={error ?? sheet.error}
      isUnready={!sheet.data}
      {...{ form, isPending, onDone }}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ text }) =>
          mutate({
            params: { path: { id: recheck.id } },
            body: { digest: sheet.data?.digest ?? '', lines: [{ pointer: '', text }] },
          })
        }
      >
        <p>{t('returnText')}</p>
        <Form.Item
          name="text"
          label={t('remark')}
          rules={[{ required: true, whitespace: true, message: t('remarkMissing') }]}
        >
          <Input.TextArea rows={4} maxLength={2000} />
        </Form.Item>
      </Form>
    </Dialog>
  );
}

interface FrameProps {
  readonly title: string;
  readonly form: { readonly submit: () => void };
  readonly error: Error | null;
  readonly isPending: boolean;
  /** What the act rests on is not there yet. */
  readonly isUnready?: boolean;
  readonly onDone: () => void;
  readonly children: ReactNode;
}

function Dialog({ title, form, error, isPending, isUnready = false, onDone, children }: FrameProps) {
  const { t } = useTranslation('rechecks');
  return (
    <Modal
      open
      title={title}
      onCancel={onDone}
      onOk={() => form.submit()}
      confirmLoading={isPending}
      okButtonProps={{ disabled: isUnready }}
      cancelText={t('cancel')}
    >
      {error && <ProblemNotice error={error} />}
      {children}
    </Modal>
  );
}

/** The sheet as it stands now: its digest says what the verdict rests on. */
function useSheet({ documentId }: Recheck) {
  return api.useQuery(
    'get',
    '/api/v1/assessments/{id}',
    { params: { path: { id: documentId ?? '' } } },
    { enabled: documentId !== null },
  );
}

function useDone(onDone: () => void) {
  const cache = useQueryClient();
  return {
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['get', '/api/v1/rechecks'] });
      onDone();
    },
  };
}
