import { type DimensionDefinition, formatPoints, type SheetScore } from '@app/domain';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDimensionName } from '../../app/programme';
import { IndicatorRow } from './indicator-row';
import type { SheetBody } from './sheet';

interface DimensionPanelProps {
  readonly sheetId: string;
  readonly dimension: DimensionDefinition;
  readonly body: SheetBody;
  readonly score: SheetScore;
  /** The branch's own score, beside which it is read. */
  readonly self: SheetScore | undefined;
  readonly confirmation: { readonly isConfirmed: boolean; readonly confirm?: (is: boolean) => void };
  readonly edit?: (body: SheetBody) => void;
  /** Lines on which the second assessor thinks otherwise. */
  readonly marks?: { readonly marked: readonly string[]; readonly mark: (indicator: string, is: boolean) => void };
}

/** One dimension of the sheet: a line for each indicator, and that it was looked at. */
export function DimensionPanel({ dimension, score, confirmation, ...shown }: DimensionPanelProps) {
  const { t } = useTranslation('assessments');
  const title = useDimensionName()(dimension.id);
  const { points = 0, score: left = 0 } = score.dimensions.find(({ id }) => id === dimension.id) ?? {};
  const { isConfirmed, confirm } = confirmation;
  return (
    <section className="panel wide" aria-label={title}>
      <table className="board sheet">
        <caption>
          <b>{title}</b>
          <span className="number">{t('left', { left: formatPoints(left), points: formatPoints(points) })}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('indicator')}</th>
            <th scope="col">{t('points')}</th>
            {shown.self && <th scope="col">{t('selfScore')}</th>}
            <th scope="col">{t('score')}</th>
            <th scope="col" className="deductions">
              {t('deductions')}
            </th>
            {shown.marks && <th scope="col">{t('differs')}</th>}
          </tr>
        </thead>
        <tbody>
          {dimension.indicators.map((indicator) => (
            <IndicatorRow key={indicator.id} indicator={indicator} score={score} {...shown} />
          ))}
        </tbody>
      </table>
      <p className="sheet-foot">
        {confirm ? (
          <Checkbox checked={isConfirmed} onChange={({ target }) => confirm(target.checked)}>
            {t('confirm', { dimension: title })}
          </Checkbox>
        ) : (
          <span className="quiet">{isConfirmed ? t('confirmed') : t('notConfirmed')}</span>
        )}
      </p>
    </section>
  );
}
