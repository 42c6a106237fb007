import type { DocumentKind } from '../process/decision';
import { type ProcessCommandName, RUN_COMMANDS } from '../process/processes';
import {
  BRANCH,
  BUSINESS,
  COMMITTEE,
  ORGANISATION,
  RECHECKERS,
  SECRETARY,
  SUPERIOR,
  superiorsOf,
  VERIFIERS,
  WHOLE_VIEW,
} from './role-groups';
import { type BodyKind, type Role, ROLES } from './roles';

/** Commands of registers, drafts and reference data, which the API itself writes. */
export type ApiCommandName =
  | 'saveSurvey'
  | 'saveOrganisationPlan'
  | 'saveAssessment'
  | 'openAssessment'
  | 'saveReview'
  | 'openReview'
  | 'enterBallotCount'
  | 'reissueBallotCodes'
  | 'enterProblem'
  | 'importProblems'
  | 'planProblem'
  | 'closeProblem'
  | 'sendBackProblem'
  | 'raiseProblem'
  | 'answerProblem'
  | 'issueSlip'
  | 'withdrawSlip'
  | 'discardSlip'
  | 'receiveSlip'
  | 'answerSlip'
  | 'closeSlip'
  | 'holdCampaign'
  | 'releaseCampaign'
  | 'beginVerification'
  | 'cancelVerification'
  | 'markNoticeRead'
  | 'saveView'
  | 'changeView'
  | 'deleteView'
  | 'issueCalendarFeed'
  | 'revokeCalendarFeed'
  | 'setMailAddress'
  | 'forgetMailAddress'
  | 'endSession';

export type ReadName =
  | 'readMe'
  | 'readTasks'
  | 'readNotices'
  | 'readViews'
  | 'readCalendarFeed'
  | 'readMailAddress'
  | 'readDeliveries'
  | 'readCampaigns'
  | 'readProgramme'
  | 'readOverview'
  | 'readOrganisations'
  | 'readBranches'
  | 'readPeople'
  | 'readOrganisationRuns'
  | 'readBranchRuns'
  | 'readSurvey'
  | 'readBranchPlan'
  | 'readOrganisationPlan'
  | 'readAssessment'
  | 'readReview'
  | 'readRemarks'
  | 'readBallotBox'
  | 'readProblems'
  | 'readConclusions'
  | 'readDecisions'
  | 'readFilings'
  | 'readSpotChecks'
  | 'readRechecks'
  | 'readRounds'
  | 'readPublications'
  | 'readRecognitions'
  | 'readDeadlines'
  | 'readSlips'
  | 'readLateEntries'
  | 'readRefusals'
  | 'readGrants'
  | 'readStreams'
  | 'readVerifications'
  | 'readCalendar'
  | 'readSystem'
  | 'readAccounts';

export type PermissionName = ProcessCommandName | ApiCommandName | ReadName;

/** The kind of body a subject, or each listed row, belongs to; `own`: only what is the asker's own. */
export type ScopeRule = BodyKind | 'own';

/** Who may, and of which bodies: the asker's office must stand in a body that contains the subject's. */
export interface PermissionDefinition {
  readonly kind: 'command' | 'read';
  readonly roles: readonly Role[];
  readonly scope: ScopeRule;
  /** The roles above a branch may only where they are the office directly above it. */
  readonly asSuperior?: true;
}

/**
 * Every command and every read of the API, once; what is not here is refused. Separation of persons (nobody assesses
 * his own branch, verifier ≠ owner, two persons for a draw) is a rule of the domain and comes on top.
 */
export const PERMISSIONS: Readonly<Record<PermissionName, PermissionDefinition>> = {
  ...commandsOfRuns(),
  saveSurvey: command(BRANCH, 'branch'),
  saveOrganisationPlan: superiorCommand(SUPERIOR, 'organisation'),
  saveAssessment: command([...BRANCH, ...RECHECKERS], 'branch'),
  openAssessment: command([...BRANCH, ...RECHECKERS], 'branch'),
  saveReview: command(BRANCH, 'branch'),
  openReview: superiorCommand([...BRANCH, ...SUPERIOR], 'branch'),
  enterBallotCount: superiorCommand(SUPERIOR, 'branch'),
  reissueBallotCodes: superiorCommand(SUPERIOR, 'branch'),
  enterProblem: superiorCommand([...BRANCH, ...SUPERIOR], 'branch'),
  importProblems: superiorCommand(SUPERIOR, 'branch'),
  planProblem: superiorCommand([...BRANCH, ...SUPERIOR], 'branch'),
  closeProblem: superiorCommand([...SECRETARY, ...SUPERIOR], 'branch'),
  sendBackProblem: superiorCommand([...SECRETARY, ...SUPERIOR], 'branch'),
  raiseProblem: command(SECRETARY, 'branch'),
  answerProblem: superiorCommand(SUPERIOR, 'branch'),
  issueSlip: command(SUPERIOR, 'branch'),
  withdrawSlip: command(SUPERIOR, 'branch'),
  discardSlip: command(SUPERIOR, 'branch'),
  receiveSlip: command([...SECRETARY, ...ORGANISATION], 'branch'),
  answerSlip: command([...SECRETARY, ...ORGANISATION], 'branch'),
  closeSlip: command(SUPERIOR, 'branch'),
  holdCampaign: command(['committee-officer', 'system-administrator'], 'committee'),
  releaseCampaign: command(['committee-officer', 'system-administrator'], 'committee'),
  beginVerification: command(VERIFIERS, 'committee'),
  cancelVerification: command(VERIFIERS, 'committee'),
  markNoticeRead: command(ROLES, 'own'),
  saveView: command(ROLES, 'own'),
  changeView: command(ROLES, 'own'),
  deleteView: command(ROLES, 'own'),
  issueCalendarFeed: command(ROLES, 'own'),
  revokeCalendarFeed: command(ROLES, 'own'),
  setMailAddress: command(ROLES, 'own'),
  forgetMailAddress: command(ROLES, 'own'),
  endSession: command(ROLES, 'own'),

  readMe: read(ROLES, 'own'),
  readTasks: read(BUSINESS, 'own'),
  readNotices: read(ROLES, 'own'),
  readViews: read(ROLES, 'own'),
  readCalendarFeed: read(ROLES, 'own'),
  readMailAddress: read(ROLES, 'own'),
  readDeliveries: read(['system-administrator', 'committee-officer'], 'committee'),
  readCampaigns: read(ROLES, 'committee'),
  readProgramme: read(BUSINESS, 'committee'),
  readOverview: read(BUSINESS, 'branch'),
  readOrganisations: read(BUSINESS, 'organisation'),
  readBranches: read(BUSINESS, 'branch'),
  readPeople: read(BUSINESS, 'branch'),
  readOrganisationRuns: read(WHOLE_VIEW, 'organisation'),
  readBranchRuns: read(BUSINESS, 'branch'),
  readSurvey: read(BUSINESS, 'branch'),
  readBranchPlan: read(BUSINESS, 'branch'),
  readOrganisationPlan: read(WHOLE_VIEW, 'organisation'),
  readAssessment: read(BUSINESS, 'branch'),
  readReview: read(BUSINESS, 'branch'),
  readRemarks: read(BUSINESS, 'branch'),
  readBallotBox: read(BUSINESS, 'branch'),
  readProblems: read(BUSINESS, 'branch'),
  readConclusions: read(WHOLE_VIEW, 'organisation'),
  readDecisions: read(WHOLE_VIEW, 'organisation'),
  readFilings: read(WHOLE_VIEW, 'organisation'),
  readSpotChecks: read(BUSINESS, 'committee'),
  readRechecks: read(BUSINESS, 'branch'),
  readRounds: read(BUSINESS, 'committee'),
  readPublications: read(BUSINESS, 'committee'),
  readRecognitions: read(BUSINESS, 'committee'),
  readDeadlines: read(BUSINESS, 'branch'),
  readSlips: read(BUSINESS, 'branch'),
  readLateEntries: read(WHOLE_VIEW, 'branch'),
  readRefusals: read(['committee-officer', 'inspector', 'audit-administrator'], 'committee'),
  readGrants: read([...BUSINESS, 'security-administrator', 'audit-administrator'], 'branch'),
  readStreams: read(['inspector', ...COMMITTEE, 'committee-leader'], 'branch'),
  readVerifications: read(VERIFIERS, 'committee'),
  readCalendar: read(BUSINESS, 'committee'),
  readSystem: read(['system-administrator', 'audit-administrator'], 'committee'),
  readAccounts: read(['security-administrator', 'audit-administrator'], 'committee'),
};

/** Every permission, in the order in which it is shown. */
export const PERMISSION_NAMES = Object.keys(PERMISSIONS) as PermissionName[];

/** An office as permissions look at it. */
export interface HeldOffice {
  readonly campaignId: string;
  readonly role: Role;
  readonly bodyKind: BodyKind;
  readonly bodyId: string;
}

/** Where a subject stands in the tree; what is absent lies above it (a campaign has no organisation). */
export interface Place {
  readonly campaignId: string;
  readonly areaId?: string | null;
  /** The organisation and those it sits under. */
  readonly organisationIds?: readonly string[];
  readonly branchId?: string | null;
  /** Of a 直属党支部: the committee itself is the office above it. */
  readonly direct?: boolean;
}

/** The held offices whose role may; whose body fits is `containsPlace`. */
export function officesPermitting<O extends HeldOffice>(permission: PermissionName, offices: readonly O[]): O[] {
  const { roles } = PERMISSIONS[permission];
  return offices
    .filter(({ role }) => roles.includes(role))
    .sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role));
}

/**
 * Whether the office's body contains the place: an organisation its subtree, an area its organisations, the committee
 * all. A place of the whole committee may be read from anywhere in the campaign, and acted on only from the committee.
 */
export function containsPlace(office: HeldOffice, place: Place, kind: 'command' | 'read'): boolean {
  if (office.campaignId !== place.campaignId) return false;
  if (kind === 'read' && !place.areaId && !place.organisationIds && !place.branchId) return true;
  switch (office.bodyKind) {
    case 'committee':
      return true;
    case 'area':
      return office.bodyId === place.areaId;
    case 'organisation':
      return place.organisationIds?.includes(office.bodyId) ?? false;
    case 'branch':
      return office.bodyId === place.branchId;
  }
}

/** The roles that may here: of those that act as the office above a branch, the ones that are it. */
export function rolesAt(permission: PermissionName, { direct = false }: Place): readonly Role[] {
  const { roles, asSuperior } = PERMISSIONS[permission];
  return asSuperior ? roles.filter((role) => !SUPERIOR.includes(role) || superiorsOf(direct).includes(role)) : roles;
}

/** Who may draft a document of this kind. */
export function draftingRoles(kind: DocumentKind): readonly Role[] {
  switch (kind) {
    case 'survey':
    case 'self-assessment':
    case 'review':
      return BRANCH;
    case 'superior-assessment':
      return ['assessor'];
    case 'recheck-assessment':
      return RECHECKERS;
    case 'organisation-plan':
      return SUPERIOR;
    default:
      return [];
  }
}

/** Who may see the class 先进/中间/后进 of a branch: its organisation and the committee, never the branches (苏委工〔2020〕6号 二). */
export function maySeeSurveyClass(roles: readonly Role[]): boolean {
  return roles.some((role) => WHOLE_VIEW.includes(role) && role !== 'assessor');
}

/** The process half of the table: what the definitions of the runs say. */
function commandsOfRuns(): Record<ProcessCommandName, PermissionDefinition> {
  return Object.fromEntries(RUN_COMMANDS.map(({ name, roles, scope }) => [name, command(roles, scope)])) as Record<
    ProcessCommandName,
    PermissionDefinition
  >;
}

function command(roles: readonly Role[], scope: ScopeRule): PermissionDefinition {
  return { kind: 'command', roles, scope };
}

function superiorCommand(roles: readonly Role[], scope: ScopeRule): PermissionDefinition {
  return { ...command(roles, scope), asSuperior: true };
}

function read(roles: readonly Role[], scope: ScopeRule): PermissionDefinition {
  return { kind: 'read', roles, scope };
}
