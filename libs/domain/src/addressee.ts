import { branchSecretary, type OfficeRef } from './decision';
import type { DeadlineBody, RungAddressee } from './programme';

/** The bodies around a deadline. */
export interface DeadlineSurroundings {
  readonly body: DeadlineBody;
  readonly campaignId: string;
  readonly organisationId: string;
  readonly areaId: string;
  readonly branchId: string | null;
  /** A 直属党支部 is organisation and branch at once: the committee officer does the organisation's steps. */
  readonly direct: boolean;
  /** Whom the run waits for now. */
  readonly waitingOn: OfficeRef | null;
}

/** The office a rung of the ladder speaks to; null where the body has none. */
export function officeOfRung(to: RungAddressee, around: DeadlineSurroundings): OfficeRef | null {
  const committee = (role: 'committee-officer' | 'committee-leader'): OfficeRef => ({
    role,
    bodyKind: 'committee',
    bodyId: around.campaignId,
  });
  const organisation = (role: 'organisation-officer' | 'organisation-secretary' | 'party-group-recorder'): OfficeRef =>
    around.direct && role !== 'party-group-recorder'
      ? committee('committee-officer')
      : { role, bodyKind: 'organisation', bodyId: around.organisationId };
  const branch = around.branchId ? branchSecretary(around.branchId) : null;
  switch (to) {
    case 'holder':
      return around.waitingOn;
    case 'owing-office':
      return { branch, organisation: organisation('organisation-officer'), committee: committee('committee-officer') }[
        around.body
      ];
    case 'owing-head':
      return { branch, organisation: organisation('organisation-secretary'), committee: committee('committee-leader') }[
        around.body
      ];
    case 'superior-office':
      return around.body === 'branch' ? organisation('organisation-officer') : committee('committee-officer');
    case 'area-liaison':
      return { role: 'area-liaison', bodyKind: 'area', bodyId: around.areaId };
    case 'committee-officer':
      return committee('committee-officer');
    case 'party-group':
      return organisation('party-group-recorder');
  }
}
