import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { client } from '../../client';
import { ProblemNotice } from '../../parts/problem-notice';

interface Credentials {
  readonly login: string;
  readonly password: string;
}

/** Login and password; the answer's token is left unread, for the session is a cookie that no script sees. */
export function SignInForm({ onDone }: { readonly onDone: () => unknown }) {
  const { t } = useTranslation('sessions');
  const { mutate, error, isPending } = useMutation({
    mutationFn: (body: Credentials) => client.POST('/api/v1/sessions', { body }),
    onSuccess: () => onDone(),
  });
  return (
    <Form<Credentials> layout="vertical" requiredMark={false} onFinish={(typed) => mutate(typed)}>
      {error && (
        <Form.Item>
          <ProblemNotice error={error} />
        </Form.Item>
      )}
      <Form.Item name="login" label={t('login')} rules={[{ required: true, message: t('loginMissing') }]}>
        <Input autoComplete="username" autoFocus maxLength={80} />
      </Form.Item>
      <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('passwordMissing') }]}>
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={isPending}>
        {t('signIn')}
      </Button>
    </Form>
  );
}
