import type { ReactNode } from 'react';
import { QuickLink } from './quick-link';

interface RunLinkProps {
  readonly kind: 'branch-runs' | 'organisation-runs';
  readonly id: string;
  readonly children: ReactNode;
}

/** To the page of one year of a branch or an organisation. */
export function RunLink({ kind, id, children }: RunLinkProps) {
  return <QuickLink to={`/${kind}/${id}`}>{children}</QuickLink>;
}
