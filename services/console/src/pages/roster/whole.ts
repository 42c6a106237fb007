import type { CivilDate } from '@app/domain';
import { useQuery } from '@tanstack/react-query';
import type { components } from '../../api/schema';
import { client } from '../../client';

type Schemas = components['schemas'];

/** The parts of the roster, by their addresses in the API. */
interface Lines {
  '/api/v1/organisations': Schemas['OrganisationLine'];
  '/api/v1/branches': Schemas['BranchLine'];
  '/api/v1/people': Schemas['PersonLine'];
  '/api/v1/grants': Schemas['GrantLine'];
}

export type Names = Schemas['Names'];

export interface Whole<L> {
  readonly items: readonly L[];
  readonly names: Names;
}

/** What is asked of the roster; nothing is asked before it is known of which day. */
export interface AskedRoster {
  readonly campaignId: string | undefined;
  readonly asOf: CivilDate | undefined;
  readonly q?: string | undefined;
  readonly organisationId?: string | undefined;
  readonly branchId?: string | undefined;
  readonly bodyKind?: string | undefined;
}

const PAGE = 200;

/** A part of the roster, page after page to its end: a roster is read as a whole. */
export function useWhole<P extends keyof Lines>(path: P, asked: AskedRoster) {
  return useQuery({
    queryKey: ['get', path, 'whole', asked],
    enabled: asked.campaignId !== undefined && asked.asOf !== undefined,
    queryFn: async ({ signal }): Promise<Whole<Lines[P]>> => {
      const items: Lines[P][] = [];
      const names: Names = {};
      for (let cursor: string | null = ''; cursor !== null;) {
        const query: object = { ...asked, limit: PAGE, ...(cursor !== '' && { cursor }) };
        const { data } = await client.GET(path as '/api/v1/grants', { params: { query }, signal });
        const page = data as unknown as Whole<Lines[P]> & { readonly nextCursor: string | null };
        items.push(...page.items);
        Object.assign(names, page.names);
        cursor = page.nextCursor;
      }
      return { items, names };
    },
  });
}
