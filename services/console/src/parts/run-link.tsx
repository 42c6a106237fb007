import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { keepCampaign } from '../app/keep-campaign';

interface RunLinkProps {
  readonly kind: 'branch-runs' | 'organisation-runs';
  readonly id: string;
  readonly children: ReactNode;
}

/** To the page of one year of a branch or an organisation. */
export function RunLink({ kind, id, children }: RunLinkProps) {
  const to: string = `/${kind}/${id}`;
  return (
    <Link to={to} search={keepCampaign}>
      {children}
    </Link>
  );
}
