import { formatPoints, type IndicatorDefinition, type SheetScore } from '@app/domain';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsKept } from '../../app/use-kept';
import { DeductForm } from './deduct-form';
import { type Deduction, deducted, excused, formOf, type SheetBody, withDeductions } from './sheet';

interface IndicatorRowProps {
  readonly sheetId: string;
  readonly indicator: IndicatorDefinition;
  readonly body: SheetBody;
  readonly score: SheetScore;
  readonly self: SheetScore | undefined;
  readonly edit?: (body: SheetBody) => void;
  readonly marks?: { readonly marked: readonly string[]; readonly mark: (indicator: string, is: boolean) => void };
}

/** One line: full marks unless something is deducted, each deduction with its reason. */
export function IndicatorRow({ sheetId, indicator, body, score, self, edit, marks }: IndicatorRowProps) {
  const { t } = useTranslation('assessments');
  const [isDeducting, setDeducting] = useState(useIsKept()(formOf(sheetId, indicator.id)));
  const { id, name, criterion, points } = indicator;
  const left = score.indicators.find((one) => one.id === id)?.score ?? points;
  const own = self?.indicators.find((one) => one.id === id)?.score;
  const excuse = body.notApplicable.find((entry) => entry.indicator === id);
  const lost = score.lost.filter((entry) => entry.indicator === id);
  const isThis = ({ indicator: of, rule }: Deduction, at: number) => of === id && rule === at;
  return (
    <tr>
      <th scope="row">
        {name}
        <p className="quiet criterion">{criterion}</p>
      </th>
      <td className="number">{formatPoints(points)}</td>
      {self && <td className="number">{own === undefined ? '' : formatPoints(own)}</td>}
      <td className="number">
        <b className={left < points ? 'light-late' : ''}>{formatPoints(left)}</b>
      </td>
      <td className="deductions">
        {lost.map(({ rule, when, points: taken, times, reason, limited }) => (
          <div key={rule} className="deduction">
            <span>
              <b className="number">{formatPoints(-taken)}</b> {when}
              {times > 1 && t('times', { count: times })}
              {limited && <span className="quiet"> {t('limited')}</span>}
            </span>
            {edit ? (
              <span className="buttons">
                <Input
                  aria-label={t('reasonOf', { name })}
                  value={reason}
                  maxLength={500}
                  onChange={({ target }) =>
                    edit(withDeductions(body, (one) => (isThis(one, rule) ? { ...one, reason: target.value } : one)))
                  }
                />
                <Button
                  aria-label={t('removeOf', { name })}
                  onClick={() => edit(withDeductions(body, (one) => (isThis(one, rule) ? null : one)))}
                >
                  {t('remove')}
                </Button>
              </span>
            ) : (
              <span className="quiet">{t('reasonIs', { reason })}</span>
            )}
          </div>
        ))}
        {excuse && (
          <div className="deduction">
            <span>{t('notApplicable', { reason: excuse.reason })}</span>
            {edit && <Button onClick={() => edit(excused(body, id, null))}>{t('applies')}</Button>}
          </div>
        )}
        {edit && !excuse && !isDeducting && (
          <Button aria-label={t('deductOf', { name })} onClick={() => setDeducting(true)}>
            {t('deduct')}
          </Button>
        )}
        {edit && isDeducting && (
          <DeductForm
            sheetId={sheetId}
            indicator={indicator}
            taken={body.deductions.filter((one) => one.indicator === id).map(({ rule }) => rule)}
            onDeduct={(deduction) => edit(deducted(body, deduction))}
            onExcuse={(reason) => edit(excused(body, id, reason))}
            onDone={() => setDeducting(false)}
          />
        )}
      </td>
      {marks && (
        <td>
          <Checkbox
            aria-label={t('differsOf', { name })}
            checked={marks.marked.includes(id)}
            onChange={({ target }) => marks.mark(id, target.checked)}
          />
        </td>
      )}
    </tr>
  );
}
