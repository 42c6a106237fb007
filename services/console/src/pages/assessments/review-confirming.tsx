import {
  COMMAND_WORDS,
  type Programme,
  REVIEW_RESULTS,
  REVIEW_WORDS,
  type ReviewResult,
  scoreSheet,
} from '@app/domain';
import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useKept } from '../../app/use-kept';
import { client } from '../../client';
import { HandOver } from '../../parts/hand-over';
import { ProblemNotice } from '../../parts/problem-notice';
import { useWords } from '../../words/words';
import { Changes } from './changes';
import { DimensionPanel } from './dimension-panel';
import { RemarkField } from './remark-field';
import { ScoreBar } from './score-bar';
import type { Review } from './sheet';
import { useOpening } from './use-opening';

interface ReviewConfirmingProps {
  readonly review: Review;
  readonly programme: Programme;
}

/** The office above reads the review, dimension by dimension, and says whether the branch still attains the standard. */
export function ReviewConfirming({ review, programme }: ReviewConfirmingProps) {
  const { t } = useTranslation('assessments');
  const say = useWords();
  const { id, digest, body } = review;
  const { scoreSheet: sheet } = programme;
  const params = { path: { id } };
  const score = scoreSheet(sheet, body);
  const [result, choose, forget] = useKept<ReviewResult | null>(`review.${id}`, null);
  const opening = useOpening(
    {
      id,
      digest,
      open: async (opened) => {
        const { data } = await client.POST('/api/v1/reviews/{id}/open', { params, body: opened });
        return data?.confirmed ?? [];
      },
    },
    sheet,
  );
  const confirm = async (stated: object) => {
    if (result === null) return;
    await opening.tell();
    await client.POST('/api/v1/reviews/{id}/confirm', { params, body: { result, ...stated } });
    opening.forget();
    forget();
  };
  return (
    <>
      <ScoreBar {...{ score, programme }} kind="superior-assessment">
        <span className="quiet">{t('reviewReader')}</span>
      </ScoreBar>
      {opening.error && <ProblemNotice error={opening.error} />}
      <Changes {...{ reviewId: id, sheet, changes: body.changes }} />
      {sheet.dimensions.map((dimension) => (
        <DimensionPanel
          key={dimension.id}
          sheetId={id}
          {...{ dimension, body, score, self: undefined }}
          confirmation={opening.confirmationOf(dimension.id)}
        />
      ))}
      <RemarkField body={body} />
      <section className="panel form" aria-labelledby="review-result">
        <h2 id="review-result">{t('reviewResult')}</h2>
        <Radio.Group
          aria-labelledby="review-result"
          value={result}
          options={REVIEW_RESULTS.map((value) => ({ value, label: say(REVIEW_WORDS[value]) }))}
          onChange={({ target }) => choose(target.value as ReviewResult)}
        />
      </section>
      <HandOver
        label={say(COMMAND_WORDS.confirmReview)}
        send={confirm}
        disabled={result === null}
        note={
          opening.unconfirmed > 0
            ? t('unconfirmed', { count: opening.unconfirmed })
            : result === null
              ? t('reviewResultMissing')
              : t('reviewConfirmNote')
        }
      />
    </>
  );
}
