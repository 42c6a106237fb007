import { workdaysLeftWords } from '@app/domain';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';
import type { Names } from './lines';
import type { Writing } from './list';

/** What the cells of these pages are written with, in the chosen language. */
export function useWriting(pages: readonly { readonly names: Names }[] | undefined): Writing {
  const { t } = useTranslation('parts');
  const say = useWords();
  const dates = useDates();
  return {
    names: pages?.at(-1)?.names ?? {}, // the last knows those of all before
    say,
    dates,
    flag: (is) => t(is ? 'yes' : 'no'),
    workdays: (left) => say(workdaysLeftWords(left)),
  };
}
