import { isSharedWith, mayShareWith, type ViewShare } from './view';
import type { HeldOffice } from './permissions';

const held = (role: HeldOffice['role'], bodyKind: HeldOffice['bodyKind'], bodyId: string): HeldOffice => ({
  campaignId: 'c',
  role,
  bodyKind,
  bodyId,
});
const officer = held('organisation-officer', 'organisation', 'o');
const committee = held('committee-officer', 'committee', 'c');
const administrator = held('audit-administrator', 'committee', 'c');

const everyOfficer: ViewShare = { role: 'organisation-officer', bodyKind: null, bodyId: null };
const ownOffice: ViewShare = { role: 'organisation-officer', bodyKind: 'organisation', bodyId: 'o' };
const otherOffice: ViewShare = { ...ownOffice, bodyId: 'p' };

it.each([
  ['nobody', null, [officer], false],
  ['a role wherever it stands', everyOfficer, [officer], true],
  ['his own office', ownOffice, [officer], true],
  ['the same role elsewhere', otherOffice, [officer], false],
  ['another role of the committee', everyOfficer, [committee], false],
] as const)('is shared with %s', (_, shared, offices, is) => {
  expect(isSharedWith(shared, offices)).toBe(is);
});

it.each([
  ['his own office', ownOffice, officer, true],
  ['his own role everywhere', everyOfficer, officer, true],
  ['an office elsewhere', otherOffice, officer, false],
  ['any office, by the committee', otherOffice, committee, true],
  ['any office, by an administrator', otherOffice, administrator, false],
] as const)('may be shared with %s', (_, shared, by, may) => {
  expect(mayShareWith(shared, [by])).toBe(may);
});
