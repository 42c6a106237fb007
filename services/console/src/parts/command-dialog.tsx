import { useQueryClient } from '@tanstack/react-query';
import { App, Form, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useKept } from '../app/use-kept';
import { ProblemNotice } from './problem-notice';

interface CommandDialogProps<T extends object> {
  /** What is done, in words: title, button and what is said afterwards. */
  readonly what: string;
  /** Where what is typed is kept until it is sent; without one, nothing is typed. */
  readonly place?: string;
  readonly onClose: () => void;
  /** Sends it with what was typed. */
  readonly send: (typed: T) => Promise<unknown>;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly initialValues?: Partial<T>;
  readonly isReady?: boolean;
  readonly width?: number;
  /** What it is about, and the fields. */
  readonly children?: ReactNode;
}

/** A command that needs a word or none: what it is about, its fields, and its refusal in the API's own words. */
export function CommandDialog<T extends object>({
  what,
  place,
  onClose,
  send,
  error,
  isPending,
  initialValues,
  isReady = true,
  width,
  children,
}: CommandDialogProps<T>) {
  const { t } = useTranslation('parts');
  const [form] = Form.useForm<T>();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const [kept, keep, forget] = useKept<Partial<T>>(`dialog.${place ?? ''}`, {});
  const onFinish = async (typed: T) => {
    try {
      await send(typed);
    } catch {
      return; // shown below, by the mutation's error
    }
    if (place !== undefined) forget();
    void message.success(t('done', { what }));
    onClose();
    await cache.invalidateQueries();
  };
  return (
    <Modal
      open
      title={what}
      okText={what}
      {...(width !== undefined && { width })}
      okButtonProps={{ htmlType: 'submit', form: 'command', loading: isPending, disabled: !isReady }}
      onCancel={onClose}
      destroyOnHidden
    >
      <Form<T>
        id="command"
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...initialValues, ...kept }}
        {...(place !== undefined && { onValuesChange: (_: unknown, typed: T) => keep(typed) })}
        onFinish={(typed) => void onFinish(typed)}
      >
        {children}
      </Form>
      {error && <ProblemNotice error={error} />}
    </Modal>
  );
}
