import type {
  Role,
  Roster,
  RosterArea,
  RosterBranch,
  RosterOffice,
  RosterOrganisation,
  RosterPerson,
} from '@app/domain';

/** Where a person belongs; who belongs nowhere is the committee's or an area's. */
interface Belonging {
  readonly organisationCode?: string | undefined;
  readonly branchCode?: string | undefined;
}

/** Collects a roster piece by piece; people are added before the offices they hold. */
export class RosterBuilder {
  private readonly areas: RosterArea[] = [];
  private readonly organisations: RosterOrganisation[] = [];
  private readonly branches: RosterBranch[] = [];
  private readonly people: RosterPerson[] = [];
  private readonly offices: RosterOffice[] = [];
  private readonly organisationOf = new Map<string, string>();

  area(area: RosterArea): void {
    this.areas.push(area);
  }

  organisation(organisation: RosterOrganisation): void {
    this.organisations.push(organisation);
  }

  branch(branch: RosterBranch): void {
    this.branches.push(branch);
    this.organisationOf.set(branch.code, branch.organisationCode);
  }

  /** Adds a person and gives back the code. */
  person(code: string, name: string, { organisationCode, branchCode }: Belonging = {}): string {
    this.people.push({ code, name, ...(organisationCode && { organisationCode }), ...(branchCode && { branchCode }) });
    return code;
  }

  /** Adds a member of a branch, who belongs to the branch's organisation. */
  member(branchCode: string, code: string, name: string): string {
    return this.person(code, name, { organisationCode: this.organisationOf.get(branchCode), branchCode });
  }

  /** Gives an office to a person. */
  hold(role: Role, personCode: string, body: Pick<RosterOffice, 'bodyKind' | 'bodyCode'>): void {
    this.offices.push({ role, ...body, personCode });
  }

  roster(): Roster {
    const { areas, organisations, branches, people, offices } = this;
    return { areas, organisations, branches, people, offices };
  }
}
