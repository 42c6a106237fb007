import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOfficeName } from '../parts/office-name';
import { useMe } from './me';
import { useOffice } from './preferences';

const ALL = 'all';

/** In which of his offices the person acts: all of them, or the one that he chooses; null where he has no choice. */
export function useOfficeChoice() {
  const { t } = useTranslation('app');
  const { me, offices } = useMe();
  const [office, choose] = useOffice();
  const officeName = useOfficeName();
  const cache = useQueryClient();
  if (offices.length < 2) return null;
  const chosen = office ?? ALL;
  const options = [
    { value: ALL, label: t('allOffices') },
    ...offices.map((held) => ({ value: held.id, label: officeName(held, me.names) })),
  ];
  return {
    label: t('actAs'),
    chosen,
    current: options.find(({ value }) => value === chosen)?.label,
    options,
    choose: (value: string) => {
      choose(value === ALL ? null : value);
      void cache.invalidateQueries();
    },
  };
}
