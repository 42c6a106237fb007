import type { Programme, SheetScore } from '@app/domain';
import { useTranslation } from 'react-i18next';
import { useKept } from '../../app/use-kept';
import { client } from '../../client';
import { HandOver } from '../../parts/hand-over';
import { ProblemNotice } from '../../parts/problem-notice';
import { Signatures } from '../../parts/signatures';
import { DimensionPanel } from './dimension-panel';
import { Gates } from './gates';
import { ScoreBar } from './score-bar';
import type { Assessment } from './sheet';
import { doorOf, useOpening } from './use-opening';

interface CountersigningProps {
  readonly assessment: Assessment;
  readonly programme: Programme;
  readonly score: SheetScore;
  readonly self: SheetScore | undefined;
}

/** The second of two: he reads the sheet line by line, confirms each dimension, marks where he thinks otherwise, and answers. */
export function Countersigning({ assessment, programme, score, self }: CountersigningProps) {
  const { t } = useTranslation('assessments');
  const { id, digest, runId, body } = assessment;
  const params = { path: { id } };
  const [marked, keepMarked, forgetMarked] = useKept<readonly string[]>(`marks.${id}`, []);
  const opening = useOpening(doorOf(assessment), programme.scoreSheet);
  const { unconfirmed } = opening;
  const answer = async (stated: object) => {
    await opening.tell();
    const answered = { digest, differences: marked.length, ...stated };
    await client.POST('/api/v1/assessments/{id}/countersign', { params, body: answered });
    forgetMarked();
    opening.forget();
  };
  return (
    <>
      <ScoreBar {...{ score, programme }} kind="superior-assessment">
        <span className="quiet">{t('second')}</span>
      </ScoreBar>
      {opening.error && <ProblemNotice error={opening.error} />}
      {programme.scoreSheet.dimensions.map((dimension) => (
        <DimensionPanel
          key={dimension.id}
          sheetId={id}
          {...{ dimension, body, score, self }}
          confirmation={opening.confirmationOf(dimension.id)}
          marks={{
            marked,
            mark: (indicator, is) =>
              keepMarked(is ? [...marked, indicator] : marked.filter((one) => one !== indicator)),
          }}
        />
      ))}
      <Gates {...{ runId, programme, score }} />
      <Signatures paper={assessment} />
      <HandOver
        label={marked.length > 0 ? t('disagree', { count: marked.length }) : t('countersign')}
        send={answer}
        note={
          marked.length > 0
            ? t('disagreeNote')
            : unconfirmed > 0
              ? t('unconfirmed', { count: unconfirmed })
              : t('countersignNote')
        }
      />
    </>
  );
}
