import { CheckOutlined, CloseOutlined } from '@ant-design/icons';
import { STEP_WORDS } from '@app/domain';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { UNSETTLED } from '../../problem';
import { useWords } from '../../words/words';
import { ProblemNotice } from '../problem-notice';
import '../run.css';

type Answer = components['schemas']['BatchAnswer'];

/** One line of a batch as it will be done, or why it will not. */
interface Shown {
  readonly id: string;
  readonly name: string;
  readonly preview: ReactNode;
  readonly whyNot: string | null;
}

interface BatchDialogProps {
  readonly what: string;
  readonly lines: readonly Shown[];
  /** Whether every line is there to be looked at. */
  readonly isReady: boolean;
  /** Sends those that can be done, in their order. */
  readonly send: () => Promise<Answer>;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly onClose: (isDone: boolean) => void;
}

/** One command for many: each line as it will be done, and afterwards what came of each. */
export function BatchDialog({ what, lines, isReady, send, error, isPending, onClose }: BatchDialogProps) {
  const { t } = useTranslation('parts');
  const cache = useQueryClient();
  const [answer, setAnswer] = useState<Answer>();
  const doable = lines.filter(({ whyNot }) => whyNot === null);
  const give = async () => {
    try {
      setAnswer(await send());
    } catch {
      return; // shown below
    }
    await cache.invalidateQueries();
  };
  const refused = answer?.items.filter(({ problem }) => problem).length ?? 0;
  const open = answer?.items.filter(({ problem }) => problem && UNSETTLED.includes(problem.code)).length ?? 0;
  const again = (
    <Button key="again" type={open > 0 ? 'primary' : 'default'} loading={isPending} onClick={() => void give()}>
      {t('batch.again', { count: open })}
    </Button>
  );
  const buttons = answer
    ? [
        open > 0 && again,
        <Button key="close" type={open > 0 ? 'default' : 'primary'} onClick={() => onClose(true)}>
          {t('batch.close')}
        </Button>,
      ]
    : [
        <Button
          key="give"
          type="primary"
          disabled={!isReady || doable.length === 0}
          loading={isPending}
          onClick={() => void give()}
        >
          {t('batch.give', { what, count: doable.length })}
        </Button>,
      ];
  return (
    <Modal
      open
      title={what}
      width={720}
      onCancel={() => onClose(answer !== undefined)}
      footer={buttons}
      destroyOnHidden
    >
      {answer && <p role="status">{t('batch.outcome', { done: answer.items.length - refused, refused })}</p>}
      {!answer && doable.length < lines.length && <p>{t('batch.someNot', { count: lines.length - doable.length })}</p>}
      <div className="batch-lines" role="region" aria-label={t('batch.lines')} tabIndex={0}>
        <table className="board">
          <thead>
            <tr>
              <th scope="col">{t('batch.no')}</th>
              <th scope="col">{t('batch.name')}</th>
              <th scope="col">{answer ? t('batch.result') : t('batch.preview')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              <tr key={line.id}>
                <td className="number">{at + 1}</td>
                <th scope="row">{line.name}</th>
                <td>
                  {line.whyNot !== null ? (
                    <span className="quiet">
                      <CloseOutlined /> {t('batch.notSent', { why: line.whyNot })}
                    </span>
                  ) : answer ? (
                    <Outcome item={answer.items[doable.indexOf(line)]} />
                  ) : (
                    line.preview
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
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
