import { COMMAND_WORDS, type Programme, scoreSheet, unconfirmedIndicators } from '@app/domain';
import { useTranslation } from 'react-i18next';
import { may, useMe } from '../../app/me';
import { useDraft } from '../../app/use-draft';
import { api, client } from '../../client';
import { DraftConflict } from '../../parts/draft-conflict';
import { DraftState } from '../../parts/draft-state';
import { HandOver } from '../../parts/hand-over';
import { Signatures } from '../../parts/signatures';
import { useWords } from '../../words/words';
import { Changes } from './changes';
import { DimensionPanel } from './dimension-panel';
import { RemarkField } from './remark-field';
import { ScoreBar } from './score-bar';
import { confirming, type Review, type ReviewBody, type SheetBody } from './sheet';
import { useSheetLines } from './use-sheet-lines';

interface ReviewFormProps {
  readonly review: Review;
  readonly programme: Programme;
  readonly maySubmit: boolean;
}

/** The review as its branch writes it: the last sheet stands there already; or as others read it. */
export function ReviewForm({ review, programme, maySubmit }: ReviewFormProps) {
  const { t } = useTranslation('assessments');
  const say = useWords();
  const { acting } = useMe();
  const { id } = review;
  const path = { id };
  const draft = useDraft<ReviewBody>(review, {
    id,
    queryKey: api.queryOptions('get', '/api/v1/reviews/{id}', { params: { path } }).queryKey,
    save: async (body, etag) => {
      const params = { path, header: { 'If-Match': etag } };
      return (await client.PUT('/api/v1/reviews/{id}', { params, body })).data as Review;
    },
    read: async () => (await client.GET('/api/v1/reviews/{id}', { params: { path } })).data as Review,
  });
  const { scoreSheet: sheet } = programme;
  const { body } = draft;
  const score = scoreSheet(sheet, body);
  const isWriting = !draft.isFrozen && maySubmit && may('saveReview', acting);
  const edit = isWriting ? (typed: SheetBody) => draft.type({ ...body, ...typed }) : undefined;
  const linesOf = useSheetLines(programme);
  const unconfirmed = unconfirmedIndicators(sheet, body.confirmed).length;
  const submit = async (stated: object) => {
    const digest = await draft.settle();
    if (digest === null) return null;
    return client.POST('/api/v1/reviews/{id}/submit', { params: { path }, body: { digest, ...stated } });
  };
  return (
    <>
      <DraftConflict draft={draft} linesOf={linesOf} />
      <ScoreBar {...{ score, programme }} kind="superior-assessment" writing={draft.isFrozen ? undefined : body}>
        {isWriting && <DraftState draft={draft} />}
      </ScoreBar>
      <p className="quiet">{t('reviewAbout')}</p>
      <Changes
        {...{ reviewId: id, sheet, changes: body.changes }}
        {...(isWriting && { edit: (changes) => draft.type({ ...body, changes }) })}
      />
      {sheet.dimensions.map((dimension) => (
        <DimensionPanel
          key={dimension.id}
          sheetId={id}
          {...{ dimension, body, score, self: undefined }}
          {...(edit && { edit })}
          confirmation={{
            isConfirmed: body.confirmed?.includes(dimension.id) ?? false,
            ...(edit && { confirm: (is) => edit(confirming(body, dimension.id, is)) }),
          }}
        />
      ))}
      <RemarkField body={body} {...(edit && { edit })} />
      {isWriting ? (
        <HandOver
          label={say(COMMAND_WORDS.submitReview)}
          send={submit}
          disabled={draft.state === 'conflict'}
          note={unconfirmed > 0 ? t('unconfirmed', { count: unconfirmed }) : t('reviewReady')}
        />
      ) : (
        <>
          <Signatures paper={review} />
          <p className="quiet">{draft.isFrozen ? t('reviewHandedOver') : t('reviewUnwritten')}</p>
        </>
      )}
    </>
  );
}
