import { branchSecretary, type OfficeRef } from '../process/decision';
import type { DeadlineBody, RungAddressee } from '../programme/programme';

/** The bodies around a deadline. */
export interface DeadlineSurroundings {
  readonly body: DeadlineBody;
  readonly campaignId: string;
  readonly organisationId: string;
  readonly areaId: string;
  readonly branchId: string | null;
  /** A 直属党支部 is organisation and branch at once: the committee officer does the organisation's steps. */
  readonly direct: boolean;
  /** Whom the run waits for now; of a raised problem the office above. */
  readonly waitingOn: OfficeRef | null;
  /** The person whose own date it is: the owner of a problem that is with him. */
  readonly ownerId?: string | null;
}

/** A problem that was raised waits for the office above its branch (苏委工〔2020〕6号 三.3). */
export function officeAboveProblem(around: DeadlineSurroundings): OfficeRef | null {
  return officeOfRung('superior-office', around);
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
      return {
        owner: branch,
        branch,
        organisation: organisation('organisation-officer'),
        committee: committee('committee-officer'),
      }[around.body];
    case 'owing-head':
      return {
        owner: branch,
        branch,
        organisation: organisation('organisation-secretary'),
        committee: committee('committee-leader'),
      }[around.body];
    case 'superior-office':
      return around.body === 'branch' || around.body === 'owner'
        ? organisation('organisation-officer')
        : committee('committee-officer');
    case 'area-liaison':
      return { role: 'area-liaison', bodyKind: 'area', bodyId: around.areaId };
    case 'committee-officer':
      return committee('committee-officer');
    case 'party-group':
      return organisation('party-group-recorder');
  }
}
