import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { keepCampaign } from '../app/keep-campaign';

/**
 * The command of the address, once it was allowed: its dialog stays though somebody else is quicker, so that what was typed
 * stays and the refusal says why.
 */
export function useGiven(given: string | undefined, allowed: readonly string[]): string | undefined {
  const [kept, keep] = useState<string>();
  if (given !== kept && (given === undefined || allowed.includes(given))) keep(given);
  return given === kept ? kept : undefined;
}

/** To the page on which the command is given, in the place of the one that names it; null: it is given here. */
export function useGoTo(page: string | null): void {
  const navigate = useNavigate();
  useEffect(() => {
    if (page !== null) void navigate({ to: page, search: keepCampaign, replace: true });
  }, [page, navigate]);
}
