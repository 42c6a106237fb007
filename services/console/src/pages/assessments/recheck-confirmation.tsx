import { COMMAND_WORDS, type Programme, type SheetScore } from '@app/domain';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { api, client } from '../../client';
import { CommandDialog } from '../../parts/command-dialog';
import { HandOver } from '../../parts/hand-over';
import { ProblemNotice } from '../../parts/problem-notice';
import { useWords } from '../../words/words';
import { DimensionPanel } from './dimension-panel';
import { ScoreBar } from './score-bar';
import type { Assessment } from './sheet';
import { doorOf, useOpening } from './use-opening';

interface OnRecheck {
  readonly recheck: components['schemas']['NamedRecheck'];
  readonly assessment: Assessment;
}

interface RecheckConfirmationProps extends OnRecheck {
  readonly programme: Programme;
  readonly score: SheetScore;
  readonly self: SheetScore | undefined;
}

/** The second person: reads the sheet dimension by dimension, and confirms that the pass falls, or sends it back. */
export function RecheckConfirmation({ recheck, assessment, programme, score, self }: RecheckConfirmationProps) {
  const { t } = useTranslation('assessments');
  const say = useWords();
  const { body, digest } = assessment;
  const opening = useOpening(doorOf(assessment), programme.scoreSheet);
  const { unconfirmed } = opening;
  const confirm = async (stated: object) => {
    await opening.tell();
    const params = { path: { id: recheck.id } };
    await client.POST('/api/v1/rechecks/{id}/confirm', { params, body: { digest, ...stated } });
    opening.forget();
  };
  return (
    <>
      <ScoreBar {...{ score, programme }} kind="recheck-assessment">
        <span className="quiet">{t('recheck.second')}</span>
      </ScoreBar>
      {opening.error && <ProblemNotice error={opening.error} />}
      {programme.scoreSheet.dimensions.map((dimension) => (
        <DimensionPanel
          key={dimension.id}
          sheetId={assessment.id}
          {...{ dimension, body, score, self }}
          confirmation={opening.confirmationOf(dimension.id)}
        />
      ))}
      <HandOver
        label={say(COMMAND_WORDS.confirmRecheck)}
        send={confirm}
        note={unconfirmed > 0 ? t('unconfirmed', { count: unconfirmed }) : t('recheck.confirmNote')}
      />
      <section className="panel">
        <ReturnRecheck {...{ recheck, assessment }} />
      </section>
    </>
  );
}

/** The proposal is taken back, or not agreed to: the pass stands, and a new sheet is written. */
export function ReturnRecheck({ recheck: { id }, assessment: { digest } }: OnRecheck) {
  const { t } = useTranslation('assessments');
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  const { mutateAsync, error, isPending } = api.useMutation('post', '/api/v1/rechecks/{id}/return');
  const what = say(COMMAND_WORDS.returnRecheck);
  const send = ({ text }: { readonly text: string }) =>
    mutateAsync({ params: { path: { id } }, body: { digest, lines: [{ pointer: '', text }] } });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{what}</Button> <span className="quiet">{t('recheck.returnNote')}</span>
      {isOpen && (
        <CommandDialog
          place={`returnRecheck.${id}`}
          onClose={() => setOpen(false)}
          {...{ what, send, error, isPending }}
        >
          <p>{t('recheck.returnNote')}</p>
          <Form.Item
            name="text"
            label={t('recheck.remark')}
            rules={[{ required: true, whitespace: true, message: t('recheck.remarkMissing') }]}
          >
            <Input.TextArea autoFocus rows={4} maxLength={2000} showCount />
          </Form.Item>
        </CommandDialog>
      )}
    </>
  );
}
