import type { Programme } from '@app/domain';
import { useTranslation } from 'react-i18next';
import type { DraftLine } from '../../parts/draft-conflict';
import { sheetLines } from '../../parts/versions/paper-lines';
import type { ReviewBody, SheetBody } from './sheet';

/** A sheet as people read it where two texts of it conflict. */
export function useSheetLines(programme: Programme): (body: SheetBody | ReviewBody) => DraftLine[] {
  const { t } = useTranslation('assessments');
  const writing = { programme, word: () => t('remark') };
  return (body) => sheetLines(body, writing).map(({ label, text }) => [label, text]);
}
