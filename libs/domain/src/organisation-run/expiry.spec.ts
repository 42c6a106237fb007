import { EXPIRY_RULES, expiryRuleAt, expiryRuleOf, lapsed } from './expiry';
import { type OrganisationRunSetting, UNOPENED_ORGANISATION_RUN } from './organisation-run';
import { ORGANISATION_RUN } from './organisation-run.process';
import type { OrganisationStep } from './organisation-run.steps';

const at = '2020-11-25T16:00:00.000Z';

const lapsedAt = (step: OrganisationStep, sentAt: string | null, now = at) => {
  const setting = { superior: { role: 'organisation-officer', bodyKind: 'organisation', bodyId: 'o' } } as const;
  const state = { ...UNOPENED_ORGANISATION_RUN, step, filingId: 'f', sentAt };
  return lapsed({ setting: setting as unknown as OrganisationRunSetting, state, at: now, lookup: { expiresAt: at } });
};

describe('a date that expires with a consequence', () => {
  it('is a registration of the committee, or a correction of an organisation', () => {
    expect(expiryRuleOf({ kind: 'registration', body: 'committee' })?.news).toBe('registration-silent');
    expect(expiryRuleOf({ kind: 'correction', body: 'organisation' })?.news).toBe('correction-missed');
    expect(expiryRuleOf({ kind: 'correction', body: 'branch' })).toBeUndefined();
    expect(expiryRuleOf({ kind: 'filing', body: 'organisation' })).toBeUndefined();
  });

  it('is found by the step at which the run waits for it', () => {
    for (const rule of EXPIRY_RULES) expect(expiryRuleAt(rule.step)).toBe(rule);
    expect(expiryRuleAt('deciding')).toBeUndefined();
  });

  it('is heard of where the run waits for it, and nowhere else', () => {
    for (const { news, step } of EXPIRY_RULES) expect(ORGANISATION_RUN.news[news].at).toEqual([step]);
  });

  it('registers by silence at its instant and not before', () => {
    expect(lapsedAt('registering', at)?.events).toEqual([
      { type: 'filing-registered', payload: { at, filingId: 'f', bySilence: true } },
    ]);
    expect(lapsedAt('registering', at, '2020-11-25T15:59:59.999Z')).toBeNull();
  });

  it('takes the sending date of a filing that has one', () => {
    expect(lapsedAt('filing', at)?.events).toEqual([{ type: 'filing-date-lost', payload: { at, filingId: 'f' } }]);
    expect(lapsedAt('filing', null)).toBeNull();
    expect(lapsedAt('planning', at)).toBeNull();
  });
});
