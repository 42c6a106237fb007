import type { BranchRunSetting, OrganisationRunSetting } from '@app/domain';
import { type DeadlineHome, keeperId, organisationRunId } from '@app/persistence';

/** Where the dates of a run are kept; `stream` is its workflow id. */
export function deadlineHomeOf(setting: BranchRunSetting | OrganisationRunSetting, stream: string): DeadlineHome {
  const { campaignId, programmeVersion, runId, year, organisationId } = setting;
  return {
    campaignId,
    programmeVersion,
    runId,
    stream,
    year,
    organisationId,
    branchId: 'branchId' in setting ? setting.branchId : null,
    ...('branchId' in setting && { organisationRunId: organisationRunId(campaignId, organisationId, year) }),
    keeperId: keeperId(campaignId, organisationId),
    committeeKeeperId: keeperId(campaignId, campaignId),
  };
}
