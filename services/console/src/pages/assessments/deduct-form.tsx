import { formatPoints, type IndicatorDefinition } from '@app/domain';
import { Button, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useKept } from '../../app/use-kept';
import { type Deduction, formOf, NOTHING_TYPED } from './sheet';

interface DeductFormProps {
  /** The sheet that it goes onto: what is typed for one is no other's. */
  readonly sheetId: string;
  readonly indicator: IndicatorDefinition;
  /** Rules that are deducted already. */
  readonly taken: readonly number[];
  readonly onDeduct: (deduction: Deduction) => void;
  readonly onExcuse: (reason: string) => void;
  readonly onDone: () => void;
}

const NOT_APPLICABLE = -1;

/** Which rule, how often, and why; it goes onto the sheet only with its reason. */
export function DeductForm({ sheetId, indicator, taken, onDeduct, onExcuse, onDone }: DeductFormProps) {
  const { t } = useTranslation('assessments');
  const { id, name, deductions, notApplicableWhen } = indicator;
  const [typed, keep, forget] = useKept(formOf(sheetId, id), NOTHING_TYPED);
  const rules = deductions
    .map(({ when, points }, value) => ({ value, label: `${formatPoints(-points)} ${when}` }))
    .filter(({ value }) => !taken.includes(value));
  const excuse = notApplicableWhen && { value: NOT_APPLICABLE, label: t('mayNotApply', { when: notApplicableWhen }) };
  const options = taken.length === 0 && excuse ? [...rules, excuse] : rules;
  const rule = options.some(({ value }) => value === typed.rule) ? typed.rule : null;
  const isRepeated = rule !== null && deductions[rule]?.unit === 'per-occurrence';
  const add = () => {
    if (rule === null) return;
    if (rule === NOT_APPLICABLE) onExcuse(typed.reason);
    else onDeduct({ indicator: id, rule, times: isRepeated ? typed.times : 1, reason: typed.reason });
    forget();
    onDone();
  };
  const isWhole = rule !== null && typed.reason.trim() !== '';
  return (
    <form
      id={formOf(sheetId, id)}
      className="form"
      aria-label={t('deductOf', { name })}
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) add();
      }}
    >
      <Select
        aria-label={t('rule')}
        placeholder={t('rule')}
        autoFocus
        defaultOpen
        value={rule}
        options={options}
        onChange={(value: number) => keep({ ...typed, rule: value })}
      />
      {isRepeated && (
        <InputNumber
          aria-label={t('timesLabel')}
          prefix={t('timesLabel')}
          min={1}
          max={99}
          precision={0}
          value={typed.times}
          onChange={(times) => keep({ ...typed, times: times ?? 1 })}
        />
      )}
      <Input
        aria-label={t('reasonOf', { name })}
        placeholder={t('reason')}
        value={typed.reason}
        maxLength={500}
        onChange={({ target }) => keep({ ...typed, reason: target.value })}
      />
      <div className="buttons">
        <Button type="primary" htmlType="submit" disabled={!isWhole}>
          {t('add')}
        </Button>
        <Button
          onClick={() => {
            forget();
            onDone();
          }}
        >
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
