import { Link } from '@tanstack/react-router';
import type { components } from '../../api/schema';

type Overview = components['schemas']['Overview'];

interface CountLinkProps {
  readonly overview: Overview;
  /** Narrows the list to the figures of the line. */
  readonly filter: Readonly<Record<string, string>>;
  readonly list: keyof Overview['lists'];
  /** What the count is named by, for the parameters that take its name. */
  readonly by?: readonly string[];
  /** What it counts, for those who do not see where it stands. */
  readonly label: string;
  readonly count: number;
}

/** A number that opens exactly the lines that it counts; the address of a list in the console is that of the API. */
export function CountLink({ overview, filter, list, by = [], label, count }: CountLinkProps) {
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
      {count}
    </Link>
  );
}
