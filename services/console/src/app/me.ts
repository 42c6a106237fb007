import { officesPermitting, type PermissionName, type Role } from '@app/domain';
import { api, client } from '../client';
import type { components } from '../api/schema';
import { chosenOffice, useOffice } from './preferences';

export type Me = components['schemas']['Me'];
export type HeldOffice = Me['offices'][number] & { readonly role: Role };

/** The account, the person behind it, and the offices he holds. */
export const meQuery = api.queryOptions('get', '/api/v1/me');

/** Whether anybody is signed in: asked before what only he may read, so that nothing is refused. */
export async function isSignedIn(): Promise<boolean> {
  const { data } = await client.GET('/api/v1/sessions/current');
  return data !== undefined && data.account !== null;
}

/** Who is signed in, with the offices that he acts in: the chosen one, or all. */
export function useMe() {
  const [office] = useOffice();
  const { data } = api.useSuspenseQuery('get', '/api/v1/me');
  const offices = data.offices as HeldOffice[];
  return { me: data, offices, acting: offices.filter(({ id }) => office === null || id === office) };
}

/** Whether an office of these may; of which bodies the API decides. */
export function may(permission: PermissionName, offices: readonly HeldOffice[]): boolean {
  return officesPermitting(permission, offices).length > 0;
}

/** An office chosen in an earlier session of this tab that the person does not hold is nobody's. */
export function holdsChosen(me: Me): boolean {
  const chosen = chosenOffice();
  return chosen === null || me.offices.some(({ id }) => id === chosen);
}
