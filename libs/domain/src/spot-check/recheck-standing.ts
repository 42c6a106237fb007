import type { Attribution } from '../process/decision';
import type { RecheckLookup, SpotCheckCommandName } from './spot-check.command';
import { SPOT_CHECK } from './spot-check.process';

/** Where a recheck stands for a person who looks at it. */
export interface RecheckStanding extends Pick<RecheckLookup, 'open' | 'proposedBy' | 'assessors'> {
  readonly ofBranch: boolean;
  /** Who filled in the sheet. */
  readonly author: string | null;
}

/** What keeps somebody away from a recheck, by the code with which he would be refused. */
export type RecheckBar = 'own-branch' | 'same-person';

const COMMANDS = Object.keys(SPOT_CHECK.commands) as SpotCheckCommandName[];

/** Whether the separation of persons keeps somebody away from a recheck, and why (苏委工〔2020〕6号 三.4, 五.2). */
export function recheckBar(
  { assessors, ofBranch }: Pick<RecheckStanding, 'assessors' | 'ofBranch'>,
  actor: string,
): RecheckBar | null {
  if (ofBranch) return 'own-branch';
  return assessors.includes(actor) ? 'same-person' : null;
}

/** What may be said next about a recheck, by an office and a person who is allowed to judge it. */
export function recheckCommands(
  { open, proposedBy, author, ...separated }: RecheckStanding,
  { actor, office }: Pick<Attribution, 'actor' | 'office'>,
): SpotCheckCommandName[] {
  if (!open || recheckBar(separated, actor) !== null) return [];
  return COMMANDS.filter((name) => {
    const { ofPart, by } = SPOT_CHECK.commands[name];
    if (!ofPart || !SPOT_CHECK.offices[by].roles.includes(office)) return false;
    if (name === 'concludeRecheck') return proposedBy === null;
    if (proposedBy === null) return false;
    if (name === 'confirmRecheck') return proposedBy !== actor && author !== actor;
    return proposedBy === actor || office === 'committee-officer';
  });
}
