import { useQuery } from '@tanstack/react-query';
import { unconfirmedIndicators } from '@app/domain';
import type { ScoreSheet } from '@app/domain';
import { useKept } from '../../app/use-kept';
import { client } from '../../client';
import type { Assessment } from './sheet';

interface OpeningDoor {
  readonly id: string;
  /** Of the version that is read. */
  readonly digest: string;
  /** Says that it was opened, and what of it is confirmed; answers what is. */
  readonly open: (opened: { readonly digest: string; readonly confirmed?: string[] }) => Promise<readonly string[]>;
}

/** A sheet as somebody reads it who is to sign or confirm it: opened at once, each dimension ticked, told before he signs. */
export function useOpening({ id, digest, open }: OpeningDoor, sheet: ScoreSheet) {
  const opening = useQuery({ queryKey: ['opening', id, digest], queryFn: () => open({ digest }), staleTime: 'static' });
  const [ticked, keepTicked, forgetTicked] = useKept<readonly string[] | null>(`confirmed.${id}`, null);
  const confirmed = ticked ?? opening.data ?? [];
  return {
    error: opening.error,
    unconfirmed: unconfirmedIndicators(sheet, confirmed).length,
    /** Of one dimension, as its panel shows and takes it. */
    confirmationOf: (dimension: string) => ({
      isConfirmed: confirmed.includes(dimension),
      confirm: (is: boolean) =>
        keepTicked(is ? [...confirmed, dimension] : confirmed.filter((one) => one !== dimension)),
    }),
    tell: () => open({ digest, confirmed: [...confirmed] }),
    forget: forgetTicked,
  };
}

/** How an assessment's sheet is opened. */
export const doorOf = ({ id, digest }: Assessment): OpeningDoor => ({
  id,
  digest,
  open: async (opened) => {
    const { data } = await client.POST('/api/v1/assessments/{id}/open', { params: { path: { id } }, body: opened });
    return data?.confirmed ?? [];
  },
});
