import type { BranchStep, OrganisationStep } from '@app/domain';
import type { BranchRunView, OrganisationRunView, PublicationView, SpotCheckView } from './reads';

/** What stands in the lists of one round. */
export interface RoundView {
  readonly status: string;
  readonly branches: readonly BranchRunView[];
  readonly organisations: readonly OrganisationRunView[];
  readonly checks: readonly SpotCheckView[];
  readonly publications: readonly PublicationView[];
}

/** The step at which a branch stands as long as it has not heard of its organisation's step. */
const BEHIND: Readonly<Partial<Record<OrganisationStep, BranchStep>>> = {
  deciding: 'listing',
  filing: 'deciding',
  registering: 'filing',
  registered: 'registering',
};

/** Whether every run has heard what another one told it: before that nobody acts and no time passes. */
export function isQuiet(round: RoundView): boolean {
  const runs = [...round.branches, ...round.organisations];
  if (round.status === 'opening') return false;
  if (round.status === 'closed') return runs.every(({ step }) => step === 'closed');
  return (
    [...runs, ...round.checks].every(({ step }) => step !== 'opening') &&
    heardOfDraws(round) &&
    heardOfPublications(round) &&
    round.organisations.every((organisation) => heardOf(organisation, round.branches))
  );
}

function heardOfDraws({ branches, checks }: RoundView): boolean {
  const drawn = checks.filter(({ step }) => step === 'inspecting' || step === 'concluded').map(({ since }) => since);
  if (drawn.some((since) => standsBefore(branches, 'draw-waiting', since))) return false;
  return checks.some(({ step }) => step !== 'concluded') || branches.every(({ step }) => step !== 'rechecking');
}

function heardOfPublications({ branches, publications }: RoundView): boolean {
  if (publications.some(({ openedAt }) => standsBefore(branches, 'publication-waiting', openedAt))) return false;
  return publications.some(({ recognised }) => !recognised) || branches.every(({ step }) => step !== 'published');
}

function heardOf(organisation: OrganisationRunView, branches: readonly BranchRunView[]): boolean {
  const own = branches.filter(({ organisationCode }) => organisationCode === organisation.organisationCode);
  if (organisation.step !== 'planning' && own.some(({ step }) => step === 'target-waiting')) return false;
  const behind = BEHIND[organisation.step];
  return !behind || !standsBefore(own, behind, organisation.since);
}

function standsBefore(branches: readonly BranchRunView[], at: BranchStep, since: string): boolean {
  return branches.some((run) => run.step === at && run.since < since);
}
