import { type OfficeRef, processOf, type RunKind, STEP_WORDS, superiorsOf } from '@app/domain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { may, useMe } from '../../app/me';
import { useWords } from '../../words/words';
import { useOfficeName } from '../office-name';

type Names = components['schemas']['Names'];

/** What of a line says whether a command can be given. */
export interface BatchLine {
  readonly id: string;
  readonly step: string;
  readonly waitingOn: OfficeRef | null;
}

/** So many the API takes at once. */
export const LARGEST_BATCH = 200;

export interface BatchProps<L> {
  /** Those that were chosen, in their order. */
  readonly lines: readonly L[];
  /** Why it cannot be given for a line. */
  readonly whyNot: (line: L) => string | null;
  /** Done: something was sent and answered. */
  readonly onClose: (isDone: boolean) => void;
}

/** A command that the API takes for many lines at once, and how it is looked at first. */
export interface Batch<L> {
  readonly name: 'openSurvey' | 'approveBranchPlan' | 'registerFiling';
  readonly kind: RunKind;
  readonly Dialog: (props: BatchProps<L>) => ReactNode;
}

type Command = Pick<Batch<never>, 'name' | 'kind'>;

/** What can be done with lines of a list, and what each line is called where it is chosen. */
export interface Batches<L> {
  readonly commands: readonly Batch<L>[];
  readonly nameOf: (line: L) => string;
}

/** Of these commands those that an office of the person may give. */
export function useOwnBatches<L>(batches: Batches<L> | undefined): readonly Batch<L>[] {
  const { acting } = useMe();
  return (batches?.commands ?? []).filter(({ name }) => may(name, acting));
}

/** Why a command cannot be given for a line, in words; null where it can. */
export function useWhyNot(names: Names): (batch: Command, line: BatchLine) => string | null {
  const { t } = useTranslation('parts');
  const say = useWords();
  const officeName = useOfficeName();
  const { acting } = useMe();
  return ({ name, kind }, { step, waitingOn }) => {
    const { commands, steps } = processOf(kind);
    if (!commands[name]?.at.includes(step)) {
      const words: Readonly<Record<string, (typeof STEP_WORDS)[keyof typeof STEP_WORDS]>> = STEP_WORDS;
      return t('batch.notAt', { step: say(steps[step] ? words[step] : undefined) });
    }
    const above = superiorsOf(waitingOn?.role === 'committee-officer');
    if (waitingOn === null || acting.some(({ role }) => above.includes(role))) return null;
    return t('batch.notYours', { office: officeName(waitingOn, names) });
  };
}
