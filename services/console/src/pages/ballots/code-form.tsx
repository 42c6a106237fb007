import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useState } from 'react';
import { ProblemNotice } from '../../parts/problem-notice';
import { Problem } from '../../problem';

interface CodeFormProps {
  readonly code: string;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly onCode: (code: string) => void;
}

/** The code from the slip, and in plain words why one does not count. */
export function CodeForm({ code, error, isPending, onCode }: CodeFormProps) {
  const { t } = useTranslation('ballots');
  const [isMissing, setMissing] = useState(false);
  return (
    <section className="panel">
      {error && !isMissing && <CodeRefused error={error} />}
      <Form<{ readonly code: string }>
        layout="vertical"
        size="large"
        requiredMark={false}
        initialValues={{ code }}
        onFinish={(typed) => {
          setMissing(false);
          onCode(typed.code);
        }}
        onFinishFailed={() => setMissing(true)}
      >
        <Form.Item
          name="code"
          label={t('code')}
          extra={t('codeHint')}
          rules={[{ required: true, whitespace: true, message: t('codeMissing') }]}
        >
          <Input
            className="vote-code"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={isPending}>
          {t('next')}
        </Button>
      </Form>
      <p className="quiet">{t('anonymous')}</p>
    </section>
  );
}

/** A code that does not count says what its holder can do; whatever else is refused speaks for itself. */
export function CodeRefused({ error }: { readonly error: Error }) {
  const { t } = useTranslation('ballots');
  if (!isOfCode(error)) return <ProblemNotice error={error} />;
  return <Alert type="error" showIcon role="alert" title={t(`refused.${error.code}`)} />;
}

/** Whether it is the code that is refused: another one may do. */
export function isOfCode(error: unknown): error is Problem {
  return error instanceof Problem && CODE_PROBLEMS.includes(error.code);
}

const CODE_PROBLEMS = ['ballot-code-unknown', 'ballot-code-spent', 'ballot-code-replaced', 'ballot-closed'];
