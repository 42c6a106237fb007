import type { EntityManager } from 'typeorm';
import {
  type BranchRunSetting,
  type BranchRunState,
  evaluateGates,
  type GateOutcome,
  type Programme,
} from '@app/domain';
import { openProblemCounts, vetoCounts } from './lookup.queries';

/** What the gates of one run are asked about. */
export interface GatesAsked {
  readonly setting: Pick<BranchRunSetting, 'branchId' | 'mode'>;
  readonly state: BranchRunState;
  readonly programme: Programme;
}

/** The gates of one run as they stand now, with these names on the superior's sheet: the write asks them, readiness shows them. */
export async function gateOutcomes(
  m: EntityManager,
  { setting, state, programme }: GatesAsked,
  assessors: readonly string[],
): Promise<GateOutcome[]> {
  const problems = await openProblemCounts(m, setting.branchId);
  const vetoes = await vetoCounts(m, setting.branchId);
  return evaluateGates(programme, {
    selfApplied: state.selfScore !== null,
    ballot: state.ballot,
    superiorScore: state.superiorScore,
    openFalsification: vetoes.falsification,
    assessors: [...assessors],
    openMandatoryProblems: problems.mandatoryOpen,
    openOtherVetoes: vetoes.other,
    published: state.publishedIn !== null,
    isReview: setting.mode === 'review',
  });
}
