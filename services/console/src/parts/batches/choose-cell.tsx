import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';

interface ChooseCellProps {
  readonly name: string;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

/** Where a line of a table is chosen. */
export function ChooseCell({ name, isChosen, onChoose }: ChooseCellProps) {
  const { t } = useTranslation('parts');
  return (
    <td className="chooser-cell">
      <Checkbox
        aria-label={t('batch.one', { name })}
        checked={isChosen}
        onChange={({ target }) => onChoose(target.checked)}
      />
    </td>
  );
}

/** The head of that column. */
export function ChooseHead() {
  const { t } = useTranslation('parts');
  return <th scope="col" className="chooser-cell" aria-label={t('batch.column')} />;
}
