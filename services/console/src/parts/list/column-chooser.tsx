import { ArrowDownOutlined, ArrowUpOutlined, SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Column } from './list';

interface ColumnChooserProps<L> {
  readonly columns: readonly Column<L>[];
  readonly shown: readonly Column<L>[];
  /** The names of the columns for the address; undefined: as the list has them. */
  readonly onChange: (columns: string | undefined) => void;
}

/** Which columns, and in which order. */
export function ColumnChooser<L>({ columns, shown, onChange }: ColumnChooserProps<L>) {
  const { t } = useTranslation('parts');
  const names = shown.map(({ name }) => name);
  const hidden = columns.filter(({ name }) => !names.includes(name));
  const choose = (chosen: readonly string[]) => chosen.length > 0 && onChange(chosen.join(','));
  const swap = (at: number, to: number) => choose(names.with(at, names[to] ?? '').with(to, names[at] ?? ''));
  const content = (
    <div className="chooser">
      <ul>
        {shown.map(({ name }, at) => {
          const heading = t(`column.${name}`);
          return (
            <li key={name}>
              <Checkbox checked onChange={() => choose(names.filter((one) => one !== name))}>
                {heading}
              </Checkbox>
              <Button
                type="text"
                size="small"
                icon={<ArrowUpOutlined />}
                aria-label={t('earlier', { column: heading })}
                disabled={at === 0}
                onClick={() => swap(at, at - 1)}
              />
              <Button
                type="text"
                size="small"
                icon={<ArrowDownOutlined />}
                aria-label={t('later', { column: heading })}
                disabled={at === names.length - 1}
                onClick={() => swap(at, at + 1)}
              />
            </li>
          );
        })}
        {hidden.map(({ name }) => (
          <li key={name}>
            <Checkbox checked={false} onChange={() => choose([...names, name])}>
              {t(`column.${name}`)}
            </Checkbox>
          </li>
        ))}
      </ul>
      <Button type="link" size="small" onClick={() => onChange(undefined)}>
        {t('usualColumns')}
      </Button>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={content}>
      <Button icon={<SettingOutlined />}>{t('columns')}</Button>
    </Popover>
  );
}
