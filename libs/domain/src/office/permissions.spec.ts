import { BRANCH_COMMAND_STEPS, officesFor } from '../branch-run/branch-run.decide';
import type { BranchRunSetting } from '../branch-run/branch-run';
import type { BranchRunCommandName } from '../branch-run/branch-run.command';
import { CAMPAIGN_COMMAND_ROUNDS, campaignOfficesFor } from '../campaign/campaign.decide';
import type { OrganisationRunSetting } from '../organisation-run/organisation-run';
import type { OrganisationRunCommandName } from '../organisation-run/organisation-run.command';
import { ORGANISATION_COMMAND_STEPS, organisationOfficesFor } from '../organisation-run/organisation-run.decide';
import { containsPlace, officesPermitting, PERMISSION_NAMES, PERMISSIONS } from './permissions';
import { type BodyKind, ROLE_DEFINITIONS } from './roles';
import { SPOT_CHECK_COMMAND_STEPS, type SpotCheckCommandName, spotCheckOfficesFor } from '../spot-check/spot-check';

const ordinary = { role: 'organisation-officer' };
const direct = { role: 'committee-officer' };

describe('the permission table', () => {
  it('names for every hand-over exactly the offices that its rule takes', () => {
    const sorted = (roles: readonly string[]) => [...new Set(roles)].sort();
    for (const name of Object.keys(BRANCH_COMMAND_STEPS) as BranchRunCommandName[]) {
      const roles = [ordinary, direct].flatMap((superior) => officesFor({ superior } as BranchRunSetting, name));
      expect([name, sorted(PERMISSIONS[name].roles)]).toEqual([name, sorted(roles)]);
    }
    for (const name of Object.keys(ORGANISATION_COMMAND_STEPS) as OrganisationRunCommandName[]) {
      const roles = [ordinary, direct].flatMap((superior) =>
        organisationOfficesFor({ superior } as OrganisationRunSetting, name),
      );
      expect([name, sorted(PERMISSIONS[name].roles)]).toEqual([name, sorted(roles)]);
    }
    for (const name of Object.keys(CAMPAIGN_COMMAND_ROUNDS) as (keyof typeof CAMPAIGN_COMMAND_ROUNDS)[]) {
      expect(PERMISSIONS[name].roles).toEqual(campaignOfficesFor());
    }
    for (const name of Object.keys(SPOT_CHECK_COMMAND_STEPS) as SpotCheckCommandName[]) {
      expect(sorted(PERMISSIONS[name].roles)).toEqual(sorted(spotCheckOfficesFor(name)));
    }
  });

  it('shows administrators no business content and lets them do no business', () => {
    const without = ['holdCampaign', 'releaseCampaign', 'markNoticeRead', 'endSession', 'readSession', 'readMe']
      .concat(['readNotices', 'readCampaigns', 'readRefusals', 'readGrants'])
      .sort();
    const administrators = PERMISSION_NAMES.filter((name) =>
      PERMISSIONS[name].roles.some((role) => ROLE_DEFINITIONS[role].administrator),
    );
    expect([...administrators].sort()).toEqual(without);
  });

  it('gives an inspector no command but his own', () => {
    const commands = PERMISSION_NAMES.filter(
      (name) => PERMISSIONS[name].kind === 'command' && PERMISSIONS[name].roles.includes('inspector'),
    );
    expect(commands).toEqual(['markNoticeRead', 'endSession']);
  });

  it('puts the office named first in the table first', () => {
    const office = (role: 'committee-officer' | 'organisation-secretary' | 'inspector') => ({
      campaignId: 'c',
      role,
      bodyKind: 'committee' as const,
      bodyId: 'c',
    });
    const held = [office('committee-officer'), office('inspector'), office('organisation-secretary')];
    expect(officesPermitting('openSurvey', held).map(({ role }) => role)).toEqual([
      'organisation-secretary',
      'committee-officer',
    ]);
  });
});

describe('containsPlace', () => {
  const branch = { campaignId: 'c', areaId: 'a', organisationIds: ['o', 'parent'], branchId: 'b' };
  const office = (bodyKind: BodyKind, bodyId: string) => ({
    campaignId: bodyId === 'elsewhere' ? 'elsewhere' : 'c',
    role: 'inspector' as const,
    bodyKind,
    bodyId,
  });

  it.each([
    ['committee', 'c', true],
    ['committee', 'elsewhere', false],
    ['area', 'a', true],
    ['area', 'other', false],
    ['organisation', 'o', true],
    ['organisation', 'parent', true],
    ['organisation', 'other', false],
    ['branch', 'b', true],
    ['branch', 'other', false],
  ] as const)('%s %s', (kind, id, contained) => {
    expect(containsPlace(office(kind, id), branch, 'command')).toBe(contained);
    expect(containsPlace(office(kind, id), branch, 'read')).toBe(contained);
  });

  it('lets a branch read what is of the whole campaign, and act on none of it', () => {
    expect(containsPlace(office('branch', 'b'), { campaignId: 'c' }, 'read')).toBe(true);
    expect(containsPlace(office('branch', 'b'), { campaignId: 'c' }, 'command')).toBe(false);
  });
});
