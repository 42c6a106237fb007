import { COMMAND_WORDS } from '@app/domain';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { useWords } from '../../words/words';
import '../run.css';
import { type Batch, type BatchLine, LARGEST_BATCH, useWhyNot } from './batch';

interface BatchBarProps<L> {
  readonly batches: readonly Batch<L>[];
  /** The lines that can be chosen. */
  readonly lines: readonly L[];
  readonly chosen: ReadonlySet<string>;
  readonly names: components['schemas']['Names'];
  readonly onChoose: (ids: readonly string[], isChosen: boolean) => void;
}

/** Chooses all that is shown, says how many are, and gives a command for the chosen; the outcome stays when no line is left. */
export function BatchBar<L extends BatchLine>({ batches, lines, chosen, names, onChoose }: BatchBarProps<L>) {
  const { t } = useTranslation('parts');
  const say = useWords();
  const whyNot = useWhyNot(names);
  const [given, setGiven] = useState<{ readonly batch: Batch<L>; readonly lines: readonly L[] }>();
  const marked = lines.filter(({ id }) => chosen.has(id));
  const isWhole = marked.length > 0 && marked.length === lines.length;
  const ids = (of: readonly L[]) => of.map(({ id }) => id);
  const close = (isDone: boolean) => {
    setGiven(undefined);
    if (isDone) onChoose(ids(marked), false);
  };
  return (
    <>
      {lines.length > 0 && (
        <div className="batch-bar" role="group" aria-label={t('batch.title')}>
          <Checkbox
            checked={isWhole}
            indeterminate={marked.length > 0 && !isWhole}
            onChange={({ target }) => onChoose(ids(lines), target.checked)}
          >
            {t('batch.all', { count: lines.length })}
          </Checkbox>
          <span role="status" className="quiet">
            {t('batch.chosen', { count: marked.length, of: lines.length })}
            {marked.length > LARGEST_BATCH && ` ${t('batch.tooMany', { count: LARGEST_BATCH })}`}
          </span>
          {batches.map((batch) => {
            const doable = marked.filter((line) => whyNot(batch, line) === null).length;
            return (
              <Button
                key={batch.name}
                disabled={doable === 0 || marked.length > LARGEST_BATCH}
                onClick={() => setGiven({ batch, lines: marked })}
              >
                {t('batch.of', { what: say(COMMAND_WORDS[batch.name]), count: doable })}
              </Button>
            );
          })}
        </div>
      )}
      {given && <given.batch.Dialog lines={given.lines} whyNot={(line) => whyNot(given.batch, line)} onClose={close} />}
    </>
  );
}
