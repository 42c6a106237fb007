import type { ReactNode } from 'react';
import { useEffect } from 'react';

interface PageHeadProps {
  readonly title: string;
  /** One sentence: as of when, of which bodies. */
  readonly note?: ReactNode;
  /** What can be done or chosen for the whole page. */
  readonly children?: ReactNode;
}

/** The head of every page: its one `h1`, which also names the browser's tab. */
export function PageHead({ title, note, children }: PageHeadProps) {
  useEffect(() => {
    document.title = `${title} · 对标`;
  }, [title]);
  return (
    <header className="page-head">
      <div>
        <h1>{title}</h1>
        {note && <p className="quiet">{note}</p>}
      </div>
      {children && <div className="page-tools">{children}</div>}
    </header>
  );
}
