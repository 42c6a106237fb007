import { exclusiveWith, ROLE_DEFINITIONS, ROLES } from './roles';

const ADMINISTRATORS = ['system-administrator', 'security-administrator', 'audit-administrator'] as const;

describe('roles', () => {
  it('has thirteen, each with a Chinese name of its own and a body to stand in', () => {
    expect(ROLES).toHaveLength(13);
    expect(new Set(ROLES.map((role) => ROLE_DEFINITIONS[role].zh)).size).toBe(13);
    for (const role of ROLES) expect(ROLE_DEFINITIONS[role].bodies.length).toBeGreaterThan(0);
  });

  it.each(ADMINISTRATORS)('%s excludes every other role', (role) => {
    expect(exclusiveWith(role)).toEqual(ROLES.filter((other) => other !== role));
  });

  it('lets business roles meet in one person, but never with an administrator', () => {
    expect(exclusiveWith('assessor')).toEqual(ADMINISTRATORS);
    expect(exclusiveWith('inspector')).toEqual(ADMINISTRATORS);
  });

  it('excludes both ways', () => {
    for (const a of ROLES) for (const b of exclusiveWith(a)) expect(exclusiveWith(b)).toContain(a);
  });
});
