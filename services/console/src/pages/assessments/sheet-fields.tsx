import { formatPoints, type Programme, scoreSheet, type SheetScore } from '@app/domain';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OpenDraft } from '../../app/use-draft';
import { DraftConflict, type DraftLine } from '../../parts/draft-conflict';
import { DimensionPanel } from './dimension-panel';
import { confirming, type SheetBody } from './sheet';

interface SheetFieldsProps {
  readonly draft: OpenDraft<SheetBody>;
  readonly programme: Programme;
  readonly score: SheetScore;
  /** The branch's own score, beside which it is read. */
  readonly self: SheetScore | undefined;
  readonly isWriting: boolean;
}

/** All of a sheet that is written: its dimensions line by line, and a remark on the whole. */
export function SheetFields({ draft, programme, score, self, isWriting }: SheetFieldsProps) {
  const { t } = useTranslation('assessments');
  const { scoreSheet: sheet } = programme;
  const { body } = draft;
  return (
    <>
      <DraftConflict draft={draft} linesOf={(given) => linesOf(programme, given)} />
      <p className="quiet">{t('disclaimer', { text: sheet.disclaimer })}</p>
      {sheet.dimensions.map((dimension) => (
        <DimensionPanel
          key={dimension.id}
          {...{ dimension, body, score, self }}
          {...(isWriting && { edit: draft.type })}
          confirmation={{
            isConfirmed: body.confirmed?.includes(dimension.id) ?? false,
            ...(isWriting && { confirm: (is) => draft.type(confirming(body, dimension.id, is)) }),
          }}
        />
      ))}
      <section className="panel field">
        <label htmlFor="remark">{t('remark')}</label>
        {isWriting ? (
          <Input.TextArea
            id="remark"
            value={body.remark ?? ''}
            autoSize={{ minRows: 2 }}
            maxLength={2000}
            onChange={({ target }) => draft.type({ ...body, remark: target.value })}
          />
        ) : (
          <p id="remark">{body.remark || t('noRemark')}</p>
        )}
      </section>
    </>
  );
}

/** A sheet as people read it: what each indicator loses and why. */
function linesOf({ scoreSheet: sheet }: Programme, body: SheetBody): DraftLine[] {
  const lost = scoreSheet(sheet, body).lost;
  return sheet.dimensions.flatMap(({ indicators }) =>
    indicators.map(({ id, name }): DraftLine => {
      const deductions = lost.filter(({ indicator }) => indicator === id);
      const excuse = body.notApplicable.find(({ indicator }) => indicator === id);
      const texts = deductions.map(({ points, when, reason }) => `-${formatPoints(points)} ${when} ${reason}`);
      return [name, [...texts, ...(excuse ? [excuse.reason] : [])].join('\n')];
    }),
  );
}
