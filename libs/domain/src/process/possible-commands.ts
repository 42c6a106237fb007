import { DomainError } from '../errors';
import type { Role } from '../office/roles';
import { shanghaiDateOf } from '../time/civil-date';
import type { CivilDate, Instant } from '../time/time';
import type { CommandDefinition, CommandNameOf, Process, RunTypes } from './process';
import { type AttributedCommand, decideCommand, rolesFor, type RunStanding } from './run-rules';

/** Somebody who asks what he may do with a run: his offices there, and whether the branch is his own. */
export interface Asker {
  readonly actor: string;
  readonly roles: readonly Role[];
  readonly ofBranch: boolean;
}

/** A run at the instant at which it is asked what may be done with it. */
export interface RunAt<P extends RunTypes> {
  readonly setting: P['setting'];
  readonly state: P['state'];
  readonly at: Instant;
}

/**
 * What may be done next with a run: each command is tried by its own rule, nothing is done; one whose last day is over, as the
 * late entry that it could still be. To assess is not offered to whom the branch is his own; what is about a part of the run is
 * offered with that part.
 */
export function possibleCommands<P extends RunTypes>(
  process: Process<P>,
  run: RunAt<P>,
  { actor, roles, ofBranch }: Asker,
): P['command']['name'][] {
  const commands = Object.entries(process.commands) as [CommandNameOf<P>, CommandDefinition<P>][];
  return commands
    .filter(([name, { ofPart, assesses, trials }]) => {
      if (ofPart || (assesses && ofBranch)) return false;
      const offices = rolesFor(process, run.setting, name).filter((role) => roles.includes(role));
      const inputs = trials?.(run) ?? [{}];
      const stated = lateEntryOn(lastDayBefore(process, run, name));
      return offices.some((office) =>
        inputs.some((input) =>
          isTaken(process, run, {
            command: { name, input },
            attribution: { actor, office, receivedAt: run.at, ...stated },
          }),
        ),
      );
    })
    .map(([name]) => name);
}

/** The last day on which a command was taken as it comes, where that day is over; null where it still is. */
export function lastDayBefore<P extends RunTypes>(
  process: Process<P>,
  run: RunAt<P>,
  name: CommandNameOf<P>,
): CivilDate | null {
  const { takenUntil } = process.commands[name] as CommandDefinition<P>;
  const until = takenUntil?.(run) ?? null;
  return until !== null && until < shanghaiDateOf(run.at) ? until : null;
}

function lateEntryOn(day: CivilDate | null) {
  return day === null ? {} : { happenedOn: day, lateEntry: { paper: '', paperDate: day } };
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
