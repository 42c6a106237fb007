import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { NO_ANSWER, Problem } from '../problem';

interface ProblemNoticeProps {
  readonly error: unknown;
  /** Offers to try again. */
  readonly onRetry?: (() => void) | undefined;
}

/** What was refused and why, in the API's own words: each field's sentence once, the clause, and the number to ask about. */
export function ProblemNotice({ error, onRetry }: ProblemNoticeProps) {
  const { t } = useTranslation('parts');
  const problem = error instanceof Problem ? error : new Problem({ status: 0, code: 'internal' });
  const { title, detail, errors, clause, requestId } = problem;
  const faults = new Set(errors.map(({ message }) => message).filter((message) => message !== detail));
  const plain = problem.code === NO_ANSWER ? t('noAnswer') : t('unexpected');
  return (
    <Alert
      type={problem.isUnsettled ? 'warning' : 'error'}
      showIcon
      role="alert"
      title={title || plain}
      description={
        <>
          {detail && detail !== title && <p>{detail}</p>}
          {faults.size > 0 && (
            <ul>
              {[...faults].map((message) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          )}
          {clause && <p>{t('clause', { clause })}</p>}
          {requestId && problem.status >= 500 && <p className="quiet">{t('requestId', { requestId })}</p>}
        </>
      }
      action={onRetry && <Button onClick={onRetry}>{t('retry')}</Button>}
    />
  );
}

/** The sentences of a refusal that belong to one field of a form: `/login`. */
export function faultOf(error: unknown, pointer: string): string | undefined {
  if (!(error instanceof Problem)) return undefined;
  return error.errors.find((fault) => fault.pointer === pointer)?.message;
}
