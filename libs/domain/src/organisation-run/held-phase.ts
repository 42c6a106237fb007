import type { Phase } from '../process/phases';
import type { DeadlineKind } from '../programme/programme';
import { ORGANISATION_STEP_TABLE, type OrganisationStep } from './organisation-run.steps';

const HELD: Readonly<Partial<Record<DeadlineKind, Phase>>> = {
  survey: 'survey',
  'organisation-plan': 'plan',
  ballot: 'assessment',
  assess: 'assessment',
  assessment: 'assessment',
  decision: 'assessment',
  filing: 'assessment',
  registration: 'assessment',
};

/**
 * The phase in which a date of an organisation's year holds up its branches: while it is unmet they do not leave the phase,
 * however green their own dates are (苏委工〔2020〕6号 三). A correction holds up where the year was sent back to.
 */
export function phaseHeldBy(kind: DeadlineKind, step: OrganisationStep): Phase | null {
  return kind === 'correction' ? ORGANISATION_STEP_TABLE[step].phase : (HELD[kind] ?? null);
}
