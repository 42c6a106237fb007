import type { Attribution } from '../process/decision';
import type { RecheckLookup, SpotCheckCommandName } from './spot-check.command';
import { SPOT_CHECK } from './spot-check.process';

/** Where a recheck stands for a person who looks at it. */
export interface RecheckStanding extends Pick<RecheckLookup, 'open' | 'proposedBy' | 'assessors'> {
  readonly ofBranch: boolean;
  /** Who filled in the sheet. */
  readonly author: string | null;
}

const COMMANDS = Object.keys(SPOT_CHECK.commands) as SpotCheckCommandName[];

/** What may be said next about a recheck, by an office and a person who is allowed to judge it. */
export function recheckCommands(
  { open, proposedBy, author, assessors, ofBranch }: RecheckStanding,
  { actor, office }: Pick<Attribution, 'actor' | 'office'>,
): SpotCheckCommandName[] {
  if (!open || ofBranch || assessors.includes(actor)) return [];
  return COMMANDS.filter((name) => {
    const { ofPart, by } = SPOT_CHECK.commands[name];
    if (!ofPart || !SPOT_CHECK.offices[by].roles.includes(office)) return false;
    if (name === 'concludeRecheck') return proposedBy === null;
    if (proposedBy === null) return false;
    if (name === 'confirmRecheck') return proposedBy !== actor && author !== actor;
    return proposedBy === actor || office === 'committee-officer';
  });
}
