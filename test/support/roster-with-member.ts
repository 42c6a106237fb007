import type { Roster } from '@app/domain';
import { syntheticRoster } from '../../services/rehearsal/src/roster';

/** The usual roster of one organisation, in which this assessor is a member of its first branch besides the secretary. */
export function rosterWithMember(code: string): Roster {
  const roster = syntheticRoster({ organisations: 1, branchesEach: 2, seed: 1 });
  const branchCode = roster.branches[0]?.code ?? '';
  return {
    ...roster,
    people: roster.people.map((person) => (person.code === code ? { ...person, branchCode } : person)),
  };
}
