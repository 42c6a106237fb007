import { readFileSync } from 'node:fs';
import { COMMITTEE_CODE, type Role, type Roster } from '@app/domain';
import { sampleRoster } from './roster';

/** Who holds which office of the sample, and with which login he comes. */
export class Officeholders {
  constructor(
    private readonly campaignKey: string,
    private readonly roster: Roster = sampleRoster(),
  ) {}

  get committee(): readonly [string, string] {
    const [first, second] = this.holders('committee-officer', COMMITTEE_CODE);
    return [present(first), present(second)];
  }

  get organisations(): readonly string[] {
    return this.roster.organisations.map(({ code }) => code);
  }

  branchesOf(organisation: string): string[] {
    return this.roster.branches
      .filter(({ organisationCode }) => organisationCode === organisation)
      .map(({ code }) => code);
  }

  secretary(branch: string): string {
    return present(this.holders('branch-secretary', branch)[0]);
  }

  secretaryName(branch: string): string {
    const code = this.secretary(branch).split('/').pop();
    return present(this.roster.people.find((person) => person.code === code)).name;
  }

  /** Person code of a committee member of the branch, who answers for its problems; where it has none, the secretary. */
  ownerCode(branch: string): string {
    const [office] = this.roster.offices.filter(
      ({ role, bodyCode }) => role === 'branch-committee-member' && bodyCode === branch,
    );
    return office?.personCode ?? present(this.secretary(branch).split('/').pop());
  }

  /** The office one level above a branch: of the 直属党支部 the committee's officer. */
  superior(organisation: string): string {
    return this.isDirect(organisation)
      ? this.committee[0]
      : present(this.holders('organisation-officer', organisation)[0]);
  }

  /** The second person of the superior, where two must count. */
  secondSuperior(organisation: string): string {
    return this.isDirect(organisation)
      ? this.committee[1]
      : present(this.holders('organisation-secretary', organisation)[0]);
  }

  /** A person of the superior who does not belong to the branch, and so may judge it. */
  judge(organisation: string, branch: string): string {
    const members = this.membersOf(branch).map((code) => this.login(code));
    return present(
      [this.superior(organisation), this.secondSuperior(organisation)].find((who) => !members.includes(who)),
    );
  }

  recorder(organisation: string): string {
    return present(this.holders('party-group-recorder', organisation)[0]);
  }

  liaison(organisation: string): string {
    const { areaCode } = present(this.roster.organisations.find(({ code }) => code === organisation));
    return present(this.holders('area-liaison', areaCode)[0]);
  }

  /** Two assessors of the organisation who are not members of the branch; which two goes round with its number. */
  assessors(organisation: string, branch: string): readonly [string, string] {
    const members = this.membersOf(branch);
    const able = this.roster.offices
      .filter(({ role, bodyCode }) => role === 'assessor' && bodyCode === organisation)
      .map(({ personCode }) => personCode)
      .filter((code) => !members.includes(code));
    const at = lineOf(branch) % able.length;
    return [this.login(present(able[at])), this.login(present(able[(at + 1) % able.length]))];
  }

  /** Members and masses of the branch, as its ballot counts them. */
  sizeOf(branch: string): { readonly members: number; readonly masses: number } {
    const { members, masses } = present(this.roster.branches.find(({ code }) => code === branch));
    return { members, masses };
  }

  isDirect(organisation: string): boolean {
    return this.roster.organisations.some(({ code, kind }) => code === organisation && kind === 'direct-branch');
  }

  private membersOf(branch: string): string[] {
    return this.roster.people.filter(({ branchCode }) => branchCode === branch).map(({ code }) => code);
  }

  private holders(role: Role, bodyCode: string): string[] {
    return this.roster.offices
      .filter((office) => office.role === role && office.bodyCode === bodyCode)
      .map(({ personCode }) => this.login(personCode));
  }

  private login(personCode: string): string {
    return `${this.campaignKey}/${personCode}`;
  }
}

/** The number of a branch in its organisation: 3 of `JG04-03`. */
export function lineOf(branch: string): number {
  return Number(branch.split('-')[1]);
}

/** Organisation of a branch code: `JG04` of `JG04-03`. */
export function organisationOf(branch: string): string {
  return branch.split('-')[0] ?? '';
}

/** The one word of all sample accounts of a campaign, from the file of `duibiao sample found`. */
export function readSamplePassword(file: string, campaignKey: string): string {
  const [heading = '', ...lines] = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  const column = heading.split(',').indexOf('password');
  const line = lines.find((text) => text.startsWith(`${campaignKey},`));
  const word = line?.split(',')[column];
  if (!word) throw new Error(`${file} has no account of ${campaignKey}`);
  return word;
}

/** The value, where the sample is as it was made. */
export function present<T>(value: T | null | undefined): T {
  if (value === undefined || value === null) throw new Error('the sample is not as it was made');
  return value;
}
