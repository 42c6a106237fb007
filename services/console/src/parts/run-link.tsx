import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface RunLinkProps {
  readonly kind: 'branch-runs' | 'organisation-runs';
  readonly id: string;
  readonly children: ReactNode;
}

/** To the page of one year of a branch or an organisation. */
export function RunLink({ kind, id, children }: RunLinkProps) {
  const to: string = `/${kind}/${id}`;
  return (
    <Link to={to} search={({ campaign }: { readonly campaign?: string }) => ({ campaign })}>
      {children}
    </Link>
  );
}
