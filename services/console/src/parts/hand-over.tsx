import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { LateEntry, NOTHING_STATED, statedOf } from './late-entry';
import { ProblemNotice } from './problem-notice';

type Stated = ReturnType<typeof statedOf>;

interface HandOverProps {
  readonly label: string;
  /** Hands over; null where the draft could not be saved first, which its own state says. */
  readonly send: (stated: Stated) => Promise<unknown>;
  /** What is still missing, or what it means: said beside the button. */
  readonly note?: ReactNode;
  readonly disabled?: boolean;
  /** Its last day is over: it is taken as a late entry alone. */
  readonly onlyLate?: boolean;
}

/** The end of a form: late entry, the one button, and what was refused in the words of the API. */
export function HandOver({ label, send, note, disabled = false, onlyLate = false }: HandOverProps) {
  const [typed, setStated] = useState(NOTHING_STATED);
  const stated = { ...typed, isLate: onlyLate || typed.isLate };
  const queries = useQueryClient();
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => send(statedOf(stated)),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <section className="panel hand-over">
      <LateEntry onlyLate={onlyLate} value={stated} onChange={setStated} error={error} />
      {error && <ProblemNotice error={error} />}
      <div className="buttons">
        <Button type="primary" size="large" loading={isPending} disabled={disabled} onClick={() => mutate()}>
          {label}
        </Button>
        {note && <span className="quiet">{note}</span>}
      </div>
    </section>
  );
}
