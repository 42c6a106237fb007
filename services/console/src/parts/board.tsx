import type { ReactNode } from 'react';

interface BoardProps {
  /** What the table is of, for readers. */
  readonly label: string;
  readonly heads: readonly string[];
  /** Its rows. */
  readonly children: ReactNode;
}

/** A plain table in its frame, which scrolls by itself and by keyboard. */
export function Board({ label, heads, children }: BoardProps) {
  return (
    <div className="panel wide" role="region" aria-label={label} tabIndex={0}>
      <table className="board">
        <Heads of={heads} />
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** What the columns of a table are called. */
export function Heads({ of }: { readonly of: readonly string[] }) {
  return (
    <thead>
      <tr>
        {of.map((head) => (
          <th key={head} scope="col">
            {head}
          </th>
        ))}
      </tr>
    </thead>
  );
}
