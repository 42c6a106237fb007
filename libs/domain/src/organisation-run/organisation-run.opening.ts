import { committeeOfficer, type OfficeRef } from '../process/decision';
import type { Programme } from '../programme/programme';
import type { OrganisationKind } from '../roster/roster-layout';
import type { OrganisationRunSetting } from './organisation-run';

/** The office that does an organisation's steps: above a 直属党支部 stands the committee itself. */
export function superiorOf(
  { campaignId, organisationId }: Pick<OrganisationRunSetting, 'campaignId' | 'organisationId'>,
  kind: OrganisationKind,
): OfficeRef {
  return kind === 'direct-branch'
    ? committeeOfficer(campaignId)
    : { role: 'organisation-officer', bodyKind: 'organisation', bodyId: organisationId };
}

/** What a run's setting takes over as it is: whose run it is, of which round. */
export type OrganisationRunHome = Omit<
  OrganisationRunSetting,
  'superior' | 'correctionWorkdays' | 'registrationWorkdays' | 'deadlines'
>;

/** What a round asks of an organisation: its dates, that of the surveys only where one of its branches has a survey. */
export function settingOfOrganisationRun(
  home: OrganisationRunHome,
  {
    programme,
    organisationKind,
    hasSurveys,
  }: { readonly programme: Programme; readonly organisationKind: OrganisationKind; readonly hasSurveys: boolean },
): OrganisationRunSetting {
  return {
    ...home,
    superior: superiorOf(home, organisationKind),
    correctionWorkdays: programme.correctionWorkdays,
    registrationWorkdays: programme.registrationWorkdays,
    deadlines: programme.deadlines
      .filter(({ year, body }) => year === home.year && body === 'organisation')
      .filter(({ kind }) => kind !== 'survey' || hasSurveys)
      .map(({ kind, remindByDate, dueDate }) => ({ kind, remindByDate, dueDate })),
  };
}
