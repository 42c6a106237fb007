import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../words/dates';
import type { ListSearch } from './list';
import { useCurrentView } from './use-views';
import { leftOutOf, type Viewed } from './view';

/** Says what of a view the list has no more: it was opened without that. */
export function ViewLeftOut({ list, search }: { readonly list: Viewed; readonly search: ListSearch }) {
  const { t, i18n } = useTranslation('parts');
  const { comma } = useDates();
  const view = useCurrentView(list, search);
  if (!view) return null;
  const { filters, columns } = leftOutOf(list, view);
  const count = filters.length + columns.length;
  if (count === 0) return null;
  const known = [
    ...filters.map((name) => [`filter.${name}`, () => t(`filter.${name}`)] as const),
    ...columns.map((name) => [`column.${name}`, () => t(`column.${name}`)] as const),
  ].filter(([key]) => i18n.exists(`parts:${key}`));
  const names = [...new Set(known.map(([, word]) => word()))].join(comma);
  return (
    <Alert
      className="view-left-out"
      type="info"
      showIcon
      title={names ? t('view.leftOutNames', { count, names }) : t('view.leftOut', { count })}
    />
  );
}
