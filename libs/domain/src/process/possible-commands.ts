import { DomainError } from '../errors';
import type { Role } from '../office/roles';
import type { Instant } from '../time/time';
import type { CommandDefinition, Process, RunTypes } from './process';
import { type AttributedCommand, decideCommand, rolesFor, type RunStanding } from './run-rules';

/** Somebody who asks what he may do with a run: his offices there, and whether the branch is his own. */
export interface Asker {
  readonly actor: string;
  readonly roles: readonly Role[];
  readonly ofBranch: boolean;
}

/**
 * What may be done next with a run: each command is tried by its own rule, nothing is done. To assess is not offered to whom
 * the branch is his own; what is about a part of the run is offered with that part.
 */
export function possibleCommands<P extends RunTypes>(
  process: Process<P>,
  run: { readonly setting: P['setting']; readonly state: P['state']; readonly at: Instant },
  { actor, roles, ofBranch }: Asker,
): P['command']['name'][] {
  const commands = Object.entries(process.commands) as [P['command']['name'], CommandDefinition<P>][];
  return commands
    .filter(([name, { ofPart, assesses, trials }]) => {
      if (ofPart || (assesses && ofBranch)) return false;
      const offices = rolesFor(process, run.setting, name).filter((role) => roles.includes(role));
      const inputs = trials?.(run) ?? [{}];
      return offices.some((office) =>
        inputs.some((input) =>
          isTaken(process, run, { command: { name, input }, attribution: { actor, office, receivedAt: run.at } }),
        ),
      );
    })
    .map(([name]) => name);
}

function isTaken<P extends RunTypes>(process: Process<P>, run: RunStanding<P>, given: AttributedCommand<P>): boolean {
  try {
    decideCommand(process, run, given);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
