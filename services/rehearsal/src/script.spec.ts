import { SLIP_ENDED, whenBranchActs, whenOrganisationActs, targetOf } from './script';
import { COMMITTEE_DAYS, MOMENTS, STANDING_ON } from './calendar';
import { Officeholders } from './officeholders';

const officeholders = new Officeholders('rehearsal-2020');
const branches = officeholders.organisations.flatMap((organisation) => officeholders.branchesOf(organisation));
const days = MOMENTS.map(({ on }) => on);

describe('the script', () => {
  it('acts only on days of the calendar', () => {
    const steps = ['survey-writing', 'plan-writing', 'building', 'rectifying', 'review-writing'] as const;
    for (const year of [2020, 2021, 2022]) {
      for (const branch of branches) {
        for (const step of steps) {
          const acting = whenBranchActs({ year, branch, step, mode: 'attain', attempt: 1 });
          if (/^\d/.test(acting)) expect(days).toContain(acting);
        }
      }
      for (const organisation of officeholders.organisations) {
        for (const step of ['planning', 'assessing', 'deciding', 'filing'] as const) {
          const acting = whenOrganisationActs(year, organisation, step);
          if (/^\d/.test(acting)) expect(days).toContain(acting);
        }
      }
      const { open, close, draw, publish } = COMMITTEE_DAYS[year] ?? { open: '', close: '', draw: [], publish: [] };
      for (const day of [open ?? close, close, ...draw, ...publish]) expect(days).toContain(day);
    }
    expect(days).toContain(STANDING_ON);
    expect(days).toContain(SLIP_ENDED.on);
  });

  it('plans at least four fifths of the branches for 2020, and in one organisation fewer', () => {
    const planned = (list: readonly string[]) => list.filter((branch) => targetOf(2020, branch) === 'this-year').length;
    expect(planned(branches) / branches.length).toBeGreaterThanOrEqual(0.8);
    expect(planned(officeholders.branchesOf('JG03')) / 8).toBeLessThan(0.8);
  });

  it('has two assessors for every branch, neither of them its member', () => {
    for (const organisation of officeholders.organisations) {
      for (const branch of officeholders.branchesOf(organisation)) {
        expect(new Set(officeholders.assessors(organisation, branch)).size).toBe(2);
      }
    }
  });
});
