import type { EntityManager } from 'typeorm';
import {
  checkOrganisationPlan,
  checkReviewChanges,
  checkSheet,
  checkSurvey,
  DomainError,
  type FilledSheet,
  type InputFault,
  lastingFaults,
  type OrganisationPlan,
  type Survey,
} from '@app/domain';
import { type DocumentEntity, planFrameOf, programmeOf } from '@app/persistence';
import type { FoundRun } from './places';

/** Which draft it is, and of which run. */
interface DraftOfRun {
  readonly document: Pick<DocumentEntity, 'kind'>;
  readonly run: FoundRun;
}

/** Refuses (`invalid-input`, each fault with its pointer) a draft that names what there is not or can never be handed over. */
export async function refuseLastingFaults(m: EntityManager, found: DraftOfRun, body: object): Promise<void> {
  const errors = lastingFaults(await faultsOf(m, found, body));
  if (errors.length > 0) throw new DomainError('invalid-input', errors[0]?.message ?? '', { errors });
}

async function faultsOf(m: EntityManager, { document, run }: DraftOfRun, body: object): Promise<InputFault[]> {
  const programme = await programmeOf(m, run.campaignId);
  switch (document.kind) {
    case 'survey':
      return checkSurvey(body as Survey, programme.scoreSheet.dimensions);
    case 'self-assessment':
    case 'superior-assessment':
    case 'review':
    case 'recheck-assessment': {
      const sheet = body as FilledSheet & { changes?: readonly { indicator: string }[] };
      return [
        ...checkSheet(programme.scoreSheet, sheet),
        ...checkReviewChanges(programme.scoreSheet, sheet.changes ?? []),
      ];
    }
    case 'organisation-plan': {
      const plan = body as OrganisationPlan;
      const { campaignId, organisationId, year } = run;
      if (organisationId === null || year === null) return [];
      return checkOrganisationPlan(plan, await planFrameOf(m, { campaignId, organisationId, year }, plan));
    }
    default:
      return [];
  }
}
