import type { ScoreSheet } from '@app/domain';
import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsKept } from '../../app/use-kept';
import { formOf } from './sheet';

/** Stops a hand-over while a deduction is typed and not recorded, and leads to it. */
export function useUnrecorded(sheetId: string, { dimensions }: ScoreSheet) {
  const { t } = useTranslation('assessments');
  const isKept = useIsKept();
  const [name, setName] = useState<string | null>(null);
  return {
    stops: () => {
      const found = dimensions.flatMap(({ indicators }) => indicators).find(({ id }) => isKept(formOf(sheetId, id)));
      setName(found?.name ?? null);
      if (found) document.getElementById(formOf(sheetId, found.id))?.querySelector('input')?.focus();
      return found !== undefined;
    },
    notice: name !== null && <Alert type="error" showIcon role="alert" title={t('unrecorded', { name })} />,
  };
}
