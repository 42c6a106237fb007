import type { Programme, SheetScore } from '@app/domain';
import { useTranslation } from 'react-i18next';
import type { OpenDraft } from '../../app/use-draft';
import { DraftConflict } from '../../parts/draft-conflict';
import { DimensionPanel } from './dimension-panel';
import { RemarkField } from './remark-field';
import { confirming, type SheetBody } from './sheet';
import { useSheetLines } from './use-sheet-lines';

interface SheetFieldsProps {
  readonly id: string;
  readonly draft: OpenDraft<SheetBody>;
  readonly programme: Programme;
  readonly score: SheetScore;
  /** The branch's own score, beside which it is read. */
  readonly self: SheetScore | undefined;
  readonly isWriting: boolean;
}

/** All of a sheet that is written: its dimensions line by line, and a remark on the whole. */
export function SheetFields({ id, draft, programme, score, self, isWriting }: SheetFieldsProps) {
  const { t } = useTranslation('assessments');
  const { scoreSheet: sheet } = programme;
  const { body } = draft;
  return (
    <>
      <DraftConflict draft={draft} linesOf={useSheetLines(programme)} />
      <p className="quiet">{t('disclaimer', { text: sheet.disclaimer })}</p>
      {sheet.dimensions.map((dimension) => (
        <DimensionPanel
          key={dimension.id}
          sheetId={id}
          {...{ dimension, body, score, self }}
          {...(isWriting && { edit: draft.type })}
          confirmation={{
            isConfirmed: body.confirmed?.includes(dimension.id) ?? false,
            ...(isWriting && { confirm: (is) => draft.type(confirming(body, dimension.id, is)) }),
          }}
        />
      ))}
      <RemarkField body={body} {...(isWriting && { edit: draft.type })} />
    </>
  );
}
