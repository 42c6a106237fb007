import type { ScoreSheet } from '@app/domain';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useKept } from '../../app/use-kept';
import type { Change } from './sheet';

interface ChangesProps {
  readonly reviewId: string;
  readonly sheet: ScoreSheet;
  readonly changes: readonly Change[];
  readonly edit?: (changes: Change[]) => void;
}

const EMPTY = { indicator: null as string | null, note: '' };

/** What changed since the branch was recognised, each at its indicator. */
export function Changes({ reviewId, sheet, changes, edit }: ChangesProps) {
  const { t } = useTranslation('assessments');
  const [typed, keep, forget] = useKept(`change.${reviewId}`, EMPTY);
  const indicators = sheet.dimensions.flatMap((dimension) => dimension.indicators);
  const nameOf = (id: string) => indicators.find((one) => one.id === id)?.name;
  const others = (id: string) => changes.filter(({ indicator }) => indicator !== id);
  const { indicator, note } = typed;
  const isWhole = indicator !== null && note.trim() !== '';
  return (
    <section className="panel form" aria-labelledby="changes">
      <h2 id="changes">{t('changes')}</h2>
      {changes.length === 0 ? (
        <p className="quiet">{t('noChanges')}</p>
      ) : (
        <ul className="lines">
          {changes.map((change) => (
            <li key={change.indicator}>
              <b>{nameOf(change.indicator)}</b> {change.note}{' '}
              {edit && (
                <Button
                  size="small"
                  aria-label={t('removeChange', { name: nameOf(change.indicator) })}
                  onClick={() => edit(others(change.indicator))}
                >
                  {t('remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {edit && (
        <form
          className="form problem-form"
          aria-label={t('addChange')}
          onSubmit={(event) => {
            event.preventDefault();
            if (!isWhole) return;
            edit([...others(indicator), { indicator, note: note.trim() }]);
            forget();
          }}
        >
          <Select
            aria-label={t('indicator')}
            placeholder={t('changeOf')}
            showSearch={{ optionFilterProp: 'label' }}
            value={indicator}
            options={indicators.map(({ id: value, name: label }) => ({ value, label }))}
            onChange={(chosen: string) => keep({ ...typed, indicator: chosen })}
          />
          <Input
            aria-label={t('change')}
            placeholder={t('change')}
            maxLength={500}
            value={note}
            onChange={({ target }) => keep({ ...typed, note: target.value })}
          />
          <div className="buttons">
            <Button htmlType="submit" disabled={!isWhole}>
              {t('addChange')}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
