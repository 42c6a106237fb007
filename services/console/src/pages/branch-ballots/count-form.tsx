import { COMMAND_WORDS } from '@app/domain';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { useKept } from '../../app/use-kept';
import { api } from '../../client';
import { Heads } from '../../parts/board';
import { Field } from '../../parts/field';
import { faultOf, ProblemNotice } from '../../parts/problem-notice';
import { useBallotWords } from '../../words/ballot-words';
import { useWords } from '../../words/words';

const GROUPS = ['members', 'masses'] as const;

interface Typed {
  readonly cast: Readonly<Record<(typeof GROUPS)[number], number | null>>;
  /** Of each question, by the code of the scale. */
  readonly perQuestion: readonly Readonly<Record<string, number | null>>[];
}

interface CountFormProps {
  readonly box: components['schemas']['BallotBox'];
  /** Whether the reader is the first counter, who may correct his own. */
  readonly isFirst: boolean;
}

/** 计票: what one counter found on paper; the second counts for himself, and both must agree in every number. */
export function CountForm({ box, isFirst }: CountFormProps) {
  const { t } = useTranslation('branch-ballots');
  const say = useWords();
  const cache = useQueryClient();
  const { message } = App.useApp();
  const { questionsOf, answerOf } = useBallotWords();
  const { id, scale, firstCounterId } = box;
  const questions = questionsOf(box);
  const [typed, keep, forget] = useKept<Typed>(`count.${id}`, {
    cast: { members: null, masses: null },
    perQuestion: questions.map(() => ({})),
  });
  const { mutate, error, isPending } = api.useMutation('post', '/api/v1/ballot-boxes/{id}/counts', {
    onSuccess: ({ counter }) => {
      if (counter === 'second') forget();
      void message.success(t(`counted.${counter}`));
      void cache.invalidateQueries();
    },
  });
  const setAnswer = (at: number, code: string, count: number | null) =>
    keep({ ...typed, perQuestion: typed.perQuestion.map((one, of) => (of === at ? { ...one, [code]: count } : one)) });
  const send = () =>
    mutate({
      params: { path: { id } },
      body: {
        cast: { members: typed.cast.members ?? 0, masses: typed.cast.masses ?? 0 },
        perQuestion: typed.perQuestion.map((counts) =>
          Object.fromEntries(scale.map(({ code }) => [code, counts[code] ?? 0])),
        ),
      },
    });
  const isBegun = typed.cast.members !== null && typed.cast.masses !== null;
  return (
    <form
      className="panel form"
      aria-label={say(COMMAND_WORDS.enterBallotCount)}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h2>{firstCounterId === null || isFirst ? t('countFirstTitle') : t('countSecondTitle')}</h2>
      <p className="quiet">{firstCounterId === null || isFirst ? t('countFirstText') : t('countSecondText')}</p>
      <div className="count-cast">
        {GROUPS.map((group) => (
          <Field
            key={group}
            id={`cast-${group}`}
            label={t(`cast.${group}`)}
            refused={{ error, pointer: `/cast/${group}` }}
          >
            <InputNumber
              id={`cast-${group}`}
              min={0}
              precision={0}
              value={typed.cast[group]}
              onChange={(count) => keep({ ...typed, cast: { ...typed.cast, [group]: count } })}
            />
          </Field>
        ))}
      </div>
      <div className="wide" role="region" aria-label={t('answers')} tabIndex={0}>
        <table className="board">
          <Heads of={[t('question'), ...scale.map(answerOf)]} />
          <tbody>
            {questions.map((question, at) => (
              <tr key={at}>
                <th scope="row">
                  {at + 1}. {question}
                  <Fault text={faultOf(error, `/perQuestion/${at}`)} />
                </th>
                {scale.map(({ code, ...answer }) => (
                  <td key={code}>
                    <InputNumber
                      aria-label={t('countOf', { question, name: answerOf(answer) })}
                      min={0}
                      precision={0}
                      value={typed.perQuestion[at]?.[code] ?? null}
                      onChange={(count) => setAnswer(at, code, count)}
                    />
                    <Fault text={faultOf(error, `/perQuestion/${at}/${code}`)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {error && <ProblemNotice error={error} />}
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={isPending} disabled={!isBegun}>
          {say(COMMAND_WORDS.enterBallotCount)}
        </Button>
        {!isBegun && <span className="quiet">{t('castMissing')}</span>}
      </div>
    </form>
  );
}

function Fault({ text }: { readonly text: string | undefined }) {
  return text ? <p className="field-fault">{text}</p> : null;
}
