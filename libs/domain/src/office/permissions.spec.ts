import { processOf, RUN_COMMANDS, RUN_KINDS } from '../process/processes';
import { rolesFor } from '../process/run-rules';
import {
  containsPlace,
  officesPermitting,
  type PermissionName,
  PERMISSION_NAMES,
  PERMISSIONS,
  rolesAt,
} from './permissions';
import { type BodyKind, ROLE_DEFINITIONS } from './roles';

const ordinary = { role: 'organisation-officer' };
const direct = { role: 'committee-officer' };

/** Nothing of the business: they are the asker's own, whatever office he holds. */
const OWN = [
  'saveView',
  'changeView',
  'deleteView',
  'issueCalendarFeed',
  'revokeCalendarFeed',
  'setMailAddress',
  'forgetMailAddress',
];

describe('the permission table', () => {
  it('names for every hand-over exactly the offices that its rule takes', () => {
    const sorted = (roles: readonly string[]) => [...new Set(roles)].sort();
    for (const process of RUN_KINDS.map(processOf)) {
      for (const name of Object.keys(process.commands)) {
        const roles = [ordinary, direct].flatMap((superior) => rolesFor(process, { superior } as never, name));
        expect([name, sorted(PERMISSIONS[name as PermissionName].roles)]).toEqual([name, sorted(roles)]);
      }
    }
  });

  it('shows administrators no business content and lets them do no business', () => {
    const without = ['holdCampaign', 'releaseCampaign', 'markNoticeRead', 'endSession', 'readMe']
      .concat(['readNotices', 'readCampaigns', 'readRefusals', 'readGrants', 'readSystem', 'readAccounts'])
      .concat([
        'beginVerification',
        'cancelVerification',
        'readVerifications',
        'readViews',
        'readCalendarFeed',
        'readMailAddress',
        'readDeliveries',
        ...OWN,
      ])
      .sort();
    const administrators = PERMISSION_NAMES.filter((name) =>
      PERMISSIONS[name].roles.some((role) => ROLE_DEFINITIONS[role].administrator),
    );
    expect([...administrators].sort()).toEqual(without);
  });

  it('gives an inspector no command but his own, and to verify, which changes nothing of the business', () => {
    const commands = PERMISSION_NAMES.filter(
      (name) => PERMISSIONS[name].kind === 'command' && PERMISSIONS[name].roles.includes('inspector'),
    );
    expect(commands).toEqual(['beginVerification', 'cancelVerification', 'markNoticeRead', ...OWN, 'endSession']);
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

describe('rolesAt', () => {
  it.each(PERMISSION_NAMES.filter((name) => PERMISSIONS[name].asSuperior))(
    'gives %s to the office directly above, and to no other above it',
    (name) => {
      const place = { campaignId: 'c', organisationIds: ['o'], branchId: 'b' };
      expect(rolesAt(name, place)).not.toContain('committee-officer');
      expect(rolesAt(name, { ...place, direct: true })).toContain('committee-officer');
      expect(rolesAt(name, { ...place, direct: true })).not.toContain('organisation-officer');
    },
  );

  it('asks it of every register command that an organisation and the committee share', () => {
    const shared = PERMISSION_NAMES.filter((name) => {
      const { kind, roles } = PERMISSIONS[name];
      return kind === 'command' && roles.includes('organisation-officer') && roles.includes('committee-officer');
    });
    const ofSlips = ['issueSlip', 'withdrawSlip', 'discardSlip', 'closeSlip']; // mayDoWithSlip
    const ofRuns = RUN_COMMANDS.map((command) => command.name);
    const ownRule = [...ofRuns, ...ofSlips, 'markNoticeRead', ...OWN, 'endSession'];
    expect(shared.filter((name) => !ownRule.includes(name) && !PERMISSIONS[name].asSuperior)).toEqual([]);
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
