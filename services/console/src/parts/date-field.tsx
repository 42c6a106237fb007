import type { CivilDate } from '@app/domain';
import { shanghaiDateOf } from '@app/domain';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../app/campaign';
import { useLanguage } from '../app/preferences';

/** The ways in which a date is typed: none is the beginning of another date. */
const TYPED = ['YYYY-MM-DD', 'YYYYMMDD', 'YYYY.MM.DD', 'YYYY/MM/DD', 'YYYY年M月D日'];

/** The first three a `Form.Item` gives its field. */
interface DateFieldProps {
  readonly id?: string;
  readonly value?: CivilDate | null;
  readonly onChange?: (date: CivilDate | null) => void;
  readonly disabled?: boolean;
}

/** A date of the calendar; the panel opens at programme time, and it may be typed in any way that offices write dates. */
export function DateField({ id, value, onChange, disabled = false }: DateFieldProps) {
  const { t } = useTranslation('parts');
  const [language] = useLanguage();
  const { data } = useCampaign();
  const format = language === 'zh' ? ['YYYY年M月D日', ...TYPED] : ['D MMM YYYY', ...TYPED];
  return (
    <DatePicker
      {...(id !== undefined && { id })}
      format={format}
      value={value ? dayjs(value) : null}
      {...(data && { defaultPickerValue: dayjs(shanghaiDateOf(data.clock.now)) })}
      showNow={false}
      placeholder={t('dateHint')}
      disabled={disabled}
      onChange={(date) => onChange?.(date ? date.format('YYYY-MM-DD') : null)}
    />
  );
}
