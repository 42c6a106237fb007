import { useQuery } from '@tanstack/react-query';
import { useKept } from '../../app/use-kept';
import { client } from '../../client';
import type { Assessment } from './sheet';

/** How one person reads a version of a sheet that others wrote: opened as it is shown, its dimensions confirmed one by one. */
export function useOpening({ id, digest }: Assessment) {
  const open = async (confirmed?: readonly string[]) => {
    const body = { digest, ...(confirmed && { confirmed: [...confirmed] }) };
    const { data } = await client.POST('/api/v1/assessments/{id}/open', { params: { path: { id } }, body });
    return data?.confirmed ?? [];
  };
  const opening = useQuery({ queryKey: ['opening', id, digest], queryFn: () => open(), staleTime: Infinity });
  const [ticked, keep, forget] = useKept<readonly string[] | null>(`confirmed.${id}`, null);
  const confirmed = ticked ?? opening.data ?? [];
  return {
    confirmed,
    error: opening.error,
    confirm: (dimension: string, is: boolean) =>
      keep(is ? [...confirmed, dimension] : confirmed.filter((one) => one !== dimension)),
    /** What is confirmed is on record: without it nobody signs. */
    settle: () => open(confirmed),
    forget,
  };
}
