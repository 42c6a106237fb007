import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { components } from '../../api/schema';

type Overview = components['schemas']['Overview'];

/** What of the overview a count is of: the kind of its list, and what narrows that to the line's figures. */
export interface Counted {
  readonly overview: Overview;
  readonly filter: Readonly<Record<string, string>>;
}

interface CountLinkProps extends Counted {
  readonly list: keyof Overview['lists'];
  /** What the count is named by, for the parameters that take its name. */
  readonly by?: readonly string[];
  /** What it counts, for those who do not see where it stands. */
  readonly label: string;
  readonly count: number;
  readonly children?: ReactNode;
}

/** A number that opens exactly the lines that it counts; the address of a list in the console is that of the API. */
export function CountLink({ overview, filter, list, by = [], label, count, children }: CountLinkProps) {
  const { path, filter: ofKind, by: parameters } = overview.lists[list];
  const named = Object.fromEntries(parameters.map((parameter, at) => [parameter, by[at]]));
  const { campaignId: _campaign, ...narrowed } = filter;
  return (
    <Link
      to={path}
      search={({ campaign }: { readonly campaign?: string }) => ({ campaign, ...narrowed, ...ofKind, ...named })}
      className="count"
      data-count={count}
      aria-label={`${label} ${count}`}
    >
      {children ?? count}
    </Link>
  );
}
