import { DEADLINE_WORDS, workdaysLeftWords } from '@app/domain';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema';
import { useDates } from '../words/dates';
import { useWords } from '../words/words';
import { LightMark } from './light';

/** By which date something is waited for: of what, when, how many workdays are left, and its light. */
export function AwaitedDate({ awaited }: { readonly awaited: components['schemas']['Awaited'] | null }) {
  const { t } = useTranslation('parts');
  const say = useWords();
  if (awaited === null) return <span className="quiet">{t('noDate')}</span>;
  const { kind, dueDate, workdaysLeft, light } = awaited;
  return (
    <span className="awaited">
      <span>{say(DEADLINE_WORDS[kind])}</span>
      <DueDate dueDate={dueDate} workdaysLeft={workdaysLeft} />
      <LightMark light={light} />
    </span>
  );
}

interface DueDateProps {
  /** Null while it waits for a holiday notice. */
  readonly dueDate: string | null;
  readonly workdaysLeft: number | null;
}

/** A date with the workdays until it. */
export function DueDate({ dueDate, workdaysLeft }: DueDateProps) {
  const { t } = useTranslation('parts');
  const say = useWords();
  const { date } = useDates();
  if (dueDate === null) return <span>{t('dateUnknown')}</span>;
  return (
    <span>
      <span className="due-day">{t('by', { date: date(dueDate) })}</span>{' '}
      {workdaysLeft !== null && <b className="days">{say(workdaysLeftWords(workdaysLeft))}</b>}
    </span>
  );
}
