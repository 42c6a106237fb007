import type { ReactNode } from 'react';
import { Heads } from '../../parts/board';

interface TableProps {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
}

/** A table that is read and never changes: the first cell of a line names it. */
export function Table({ heads, rows }: TableProps) {
  return (
    <table className="board rule-table">
      <Heads of={heads} />
      <tbody>
        {rows.map(([first, ...rest], at) => (
          <tr key={at}>
            <th scope="row">{first}</th>
            {rest.map((cell, column) => (
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Several short texts of one cell, one below the other. */
export function Lines({ of }: { readonly of: readonly ReactNode[] }) {
  return (
    <span className="rule-lines">
      {of.map((line, at) => (
        <span key={at}>{line}</span>
      ))}
    </span>
  );
}

/** A text of the programme, which is published in Chinese. */
export function Text({ children }: { readonly children: ReactNode }) {
  return <span lang="zh-CN">{children}</span>;
}
