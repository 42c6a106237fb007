import { CheckOutlined, CloseOutlined } from '@ant-design/icons';
import { STEP_WORDS } from '@app/domain';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema';
import { useWords } from '../words/words';
import { ProblemNotice } from './problem-notice';
import './run.css';

type Answer = components['schemas']['BatchAnswer'];

interface BatchDialogProps {
  readonly what: string;
  /** One line each, in the order in which they are sent. */
  readonly lines: readonly { readonly id: string; readonly name: string; readonly preview: ReactNode }[];
  /** Whether every line is there to be looked at. */
  readonly isReady: boolean;
  readonly send: () => Promise<Answer>;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly onClose: () => void;
}

/** One command for many: each line as it will be done, and afterwards what came of each. */
export function BatchDialog({ what, lines, isReady, send, error, isPending, onClose }: BatchDialogProps) {
  const { t } = useTranslation('parts');
  const cache = useQueryClient();
  const [answer, setAnswer] = useState<Answer>();
  const give = async () => {
    try {
      setAnswer(await send());
    } catch {
      return; // shown below
    }
    await cache.invalidateQueries();
  };
  const refused = answer?.items.filter(({ problem }) => problem).length ?? 0;
  const button = answer ? (
    <Button type="primary" onClick={onClose}>
      {t('batch.close')}
    </Button>
  ) : (
    <Button type="primary" disabled={!isReady} loading={isPending} onClick={() => void give()}>
      {t('batch.give', { what, count: lines.length })}
    </Button>
  );
  return (
    <Modal open title={what} width={720} onCancel={onClose} footer={button} destroyOnHidden>
      {answer && <p role="status">{t('batch.outcome', { done: answer.items.length - refused, refused })}</p>}
      <table className="board">
        <thead>
          <tr>
            <th scope="col">{t('batch.no')}</th>
            <th scope="col">{t('batch.name')}</th>
            <th scope="col">{answer ? t('batch.result') : t('batch.preview')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, name, preview }, at) => (
            <tr key={id}>
              <td className="number">{at + 1}</td>
              <th scope="row">{name}</th>
              <td>{answer ? <Outcome item={answer.items[at]} /> : preview}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {error && <ProblemNotice error={error} />}
    </Modal>
  );
}

function Outcome({ item }: { readonly item: Answer['items'][number] | undefined }) {
  const { t } = useTranslation('parts');
  const say = useWords();
  if (!item) return null;
  const words: Readonly<Record<string, (typeof STEP_WORDS)[keyof typeof STEP_WORDS]>> = STEP_WORDS;
  if (item.problem) {
    return (
      <span className="outcome-refused">
        <CloseOutlined /> {t('batch.refused', { why: item.problem.detail || item.problem.title })}
      </span>
    );
  }
  return (
    <span className="outcome">
      <CheckOutlined /> {t('batch.done', { step: say(words[item.answer?.step ?? '']) })}
    </span>
  );
}
