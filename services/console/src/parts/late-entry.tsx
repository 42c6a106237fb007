import type { CivilDate } from '@app/domain';
import { Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { DateField } from './date-field';
import { Field } from './field';

/** What is said of the past, as it is typed. */
interface StatedInput {
  readonly isLate: boolean;
  readonly paper: string;
  readonly paperDate: CivilDate | null;
  readonly happenedOn: CivilDate | null;
}

export const NOTHING_STATED: StatedInput = { isLate: false, paper: '', paperDate: null, happenedOn: null };

/** As a hand-over says it; what is missing the API asks for in its own words. */
export function statedOf({ isLate, paper, paperDate, happenedOn }: StatedInput) {
  if (!isLate) return {};
  return { ...(happenedOn && { happenedOn }), lateEntry: { paper, paperDate: paperDate ?? '' } };
}

interface LateEntryProps {
  /** Its last day is over: it is taken no other way. */
  readonly onlyLate?: boolean;
  readonly value: StatedInput;
  readonly onChange: (value: StatedInput) => void;
  readonly error: unknown;
}

/** 补录: it happened earlier than it is entered; said openly, with the paper that shows it. */
export function LateEntry({ onlyLate = false, value, onChange, error }: LateEntryProps) {
  const { t } = useTranslation('parts');
  return (
    <div className="late-entry">
      {onlyLate && <p className="notice">{t('late.only')}</p>}
      <Checkbox
        checked={value.isLate}
        disabled={onlyLate}
        onChange={({ target }) => onChange({ ...value, isLate: target.checked })}
      >
        {t('late.label')}
      </Checkbox>
      {value.isLate && (
        <fieldset>
          <legend className="quiet">{t('late.text')}</legend>
          <Field id="late-paper" label={t('late.paper')} refused={{ error, pointer: '/lateEntry/paper' }}>
            <Input
              id="late-paper"
              value={value.paper}
              maxLength={200}
              placeholder={t('late.paperHint')}
              onChange={({ target }) => onChange({ ...value, paper: target.value })}
            />
          </Field>
          <Field id="late-paper-date" label={t('late.paperDate')} refused={{ error, pointer: '/lateEntry/paperDate' }}>
            <DateField
              id="late-paper-date"
              value={value.paperDate}
              onChange={(paperDate) => onChange({ ...value, paperDate })}
            />
          </Field>
          <Field id="late-happened-on" label={t('late.happenedOn')} refused={{ error, pointer: '/happenedOn' }}>
            <DateField
              id="late-happened-on"
              value={value.happenedOn}
              onChange={(happenedOn) => onChange({ ...value, happenedOn })}
            />
          </Field>
        </fieldset>
      )}
    </div>
  );
}
