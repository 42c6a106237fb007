import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { client } from '../../client';
import { useBallotWords } from '../../words/ballot-words';
import { CodeRefused, isOfCode } from './code-form';

type BallotPaper = components['schemas']['BallotPaper'];

interface PaperProps {
  readonly paper: BallotPaper;
  readonly code: string;
  readonly onDone: () => void;
  readonly onOther: () => void;
}

/** 测评表: each question with its scale, one finger wide; the words are the programme's own. */
export function Paper({ paper, code, onDone, onOther }: PaperProps) {
  const { t } = useTranslation('ballots');
  const { questionsOf, answerOf } = useBallotWords();
  const { ballotBoxId, branchName, year, scale } = paper;
  const questions = questionsOf(paper);
  const [answers, setAnswers] = useState<Readonly<Record<number, string>>>({});
  const [isChecked, setChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const cast = useMutation({
    mutationFn: () =>
      client.POST('/api/v1/ballot-boxes/{id}/ballots', {
        params: { path: { id: ballotBoxId } },
        body: { code, answers: questions.map((_, at) => answers[at] ?? '') },
        credentials: 'omit',
      }),
    onSuccess: onDone,
  });
  const open = questions.flatMap((_, at) => (answers[at] === undefined ? [at] : []));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (open.length === 0) return cast.mutate();
    form.current?.querySelector<HTMLInputElement>(`input[name="question-${open[0]}"]`)?.focus();
  };
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <p className="vote-branch">
        <b>{t('ofBranch', { branch: branchName, year })}</b>
        <span className="quiet">{t('howMany', { count: questions.length })}</span>
      </p>
      {questions.map((question, at) => (
        <fieldset key={at} className="panel vote-question" disabled={cast.isPending}>
          <legend>
            {at + 1}. {question}
          </legend>
          <div className="vote-scale">
            {scale.map(({ code: choice, ...answer }) => (
              <label key={choice}>
                <input
                  type="radio"
                  name={`question-${at}`}
                  value={choice}
                  checked={answers[at] === choice}
                  onChange={() => setAnswers((before) => ({ ...before, [at]: choice }))}
                />
                <span>{answerOf(answer)}</span>
              </label>
            ))}
          </div>
          {isChecked && answers[at] === undefined && <p className="vote-missing">{t('choose')}</p>}
        </fieldset>
      ))}
      <div className="vote-foot">
        {cast.error && <CodeRefused error={cast.error} />}
        <p role="status" className={isChecked && open.length > 0 ? 'vote-missing' : 'quiet'}>
          {isChecked && open.length > 0
            ? t('missing', { count: open.length })
            : t('answered', { count: questions.length - open.length, of: questions.length })}
        </p>
        {isOfCode(cast.error) ? (
          <Button size="large" block onClick={onOther}>
            {t('otherCode')}
          </Button>
        ) : (
          <Button type="primary" size="large" block htmlType="submit" loading={cast.isPending}>
            {t('cast')}
          </Button>
        )}
        <p className="quiet">{t('castOnce')}</p>
      </div>
    </form>
  );
}
