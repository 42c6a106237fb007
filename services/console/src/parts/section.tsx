import { type ReactNode, useId } from 'react';

interface SectionProps {
  readonly title: string;
  /** Holds a table, which scrolls by itself. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A part of a page under its own heading. */
export function Section({ title, wide = false, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {wide ? (
        <div className="panel wide" role="region" aria-labelledby={id} tabIndex={0}>
          {children}
        </div>
      ) : (
        <div className="panel">{children}</div>
      )}
    </section>
  );
}
