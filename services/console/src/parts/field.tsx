import type { ReactNode } from 'react';
import { faultOf } from './problem-notice';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly children: ReactNode;
  /** What a refusal says of this field is shown below it. */
  readonly refused?: { readonly error: unknown; readonly pointer: string };
}

/** A field with its label above and what is wrong with it below. */
export function Field({ id, label, children, refused }: FieldProps) {
  const fault = refused && faultOf(refused.error, refused.pointer);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
      {fault && <p className="field-fault">{fault}</p>}
    </div>
  );
}
