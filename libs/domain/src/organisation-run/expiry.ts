import { checkFiling } from '../document/document-check';
import { checkRegistrar } from '../office/separation';
import type { DeadlineBody, DeadlineKind } from '../programme/programme';
import type { Instant } from '../time/time';
import type { OrganisationRunSetting, OrganisationRunState } from './organisation-run';
import type { OrganisationRunNews } from './organisation-run.command';
import type { OrganisationStep } from './organisation-run.steps';
import type { OrganisationAsked, OrganisationDecision, OrganisationMoment } from './organisation-run.types';

/**
 * A date whose expiry has a consequence (苏委工〔2020〕6号 三.4): a filing not registered in time is registered by silence, one
 * that was returned and not corrected in time loses its sending date.
 */
export interface ExpiryRule {
  readonly kind: DeadlineKind;
  readonly body: DeadlineBody;
  /** Where the organisation's run stands while the date is waited for. */
  readonly step: OrganisationStep;
  /** Only a filing that has its sending date can lose it. */
  readonly whileSent: boolean;
  /** The expiry ends the date itself: nobody is late with it. */
  readonly endsDate: boolean;
  /** As what the keeper tells it to the run. */
  readonly news: Extract<OrganisationRunNews['topic'], 'registration-silent' | 'correction-missed'>;
}

export const EXPIRY_RULES: readonly ExpiryRule[] = [
  {
    kind: 'registration',
    body: 'committee',
    step: 'registering',
    whileSent: false,
    endsDate: true,
    news: 'registration-silent',
  },
  {
    kind: 'correction',
    body: 'organisation',
    step: 'filing',
    whileSent: true,
    endsDate: false,
    news: 'correction-missed',
  },
];

/** What follows when a date expires; undefined where nothing but reminders does. */
export function expiryRuleOf({ kind, body }: Pick<ExpiryRule, 'kind' | 'body'>): ExpiryRule | undefined {
  return EXPIRY_RULES.find((rule) => rule.kind === kind && rule.body === body);
}

/** The date for which a run waits at a step and whose expiry has a consequence. */
export function expiryRuleAt(step: OrganisationStep): ExpiryRule | undefined {
  return EXPIRY_RULES.find((rule) => rule.step === step);
}

/** What an expiry before `at` has brought about, whether or not the keeper has told of it. */
export function lapsed(
  moment: OrganisationMoment,
): OrganisationDecision<'filing-registered' | 'filing-date-lost'> | null {
  if (expiredAt(moment) === null) return null;
  return expiryRuleAt(moment.state.step)?.endsDate ? registerBySilence(moment) : loseFilingDate(moment);
}

/** The date of the registration is over: silence registers. Nothing where it was met meanwhile. */
export function registerBySilence(moment: OrganisationMoment): OrganisationDecision<'filing-registered'> {
  const at = expiredAt(moment);
  return at === null ? { events: [] } : registered({ ...moment, at }, true);
}

/** The date of the correction is over: the filing loses its sending date. Nothing where it was met meanwhile. */
export function loseFilingDate(moment: OrganisationMoment): OrganisationDecision<'filing-date-lost'> {
  const at = expiredAt(moment);
  const filingId = moment.state.filingId ?? '';
  return { events: at === null ? [] : [{ type: 'filing-date-lost', payload: { at, filingId } }] };
}

/** When the date for which the run waits expired; null where it has not, or its expiry has no consequence. */
function expiredAt({ state, at: now, lookup }: OrganisationMoment): Instant | null {
  const at = lookup?.expiresAt;
  const rule = expiryRuleAt(state.step);
  return !at || at > now || !rule || (rule.whileSent && !state.sentAt) ? null : at;
}

/** An officer of the committee registers a filing. */
export function registerFiling({
  setting,
  state,
  input: { filingId },
  attribution: { receivedAt: at, actor },
  lookup,
}: OrganisationAsked<'registerFiling'>): OrganisationDecision<'filing-registered'> {
  checkFiling(filingId, state.filingId);
  checkRegistrar(lookup?.sender ?? null, actor);
  return registered({ setting, state, at }, false);
}

/** The committee's registration of a filing, by an officer or, five workdays long unanswered, by silence (苏委工〔2020〕6号 三.4). */
function registered(
  { setting, state, at }: { setting: OrganisationRunSetting; state: OrganisationRunState; at: Instant },
  bySilence: boolean,
): OrganisationDecision<'filing-registered'> {
  const filingId = state.filingId ?? '';
  return {
    events: [{ type: 'filing-registered', payload: { at, filingId, bySilence } }],
    deadlines: [
      bySilence ? { action: 'void', kind: 'registration' } : { action: 'meet', kind: 'registration', submittedAt: at },
    ],
    effects: [{ tell: 'branches', topic: 'registered', refs: { filingId, bySilence: bySilence ? 1 : 0 } }],
    notices: [{ to: setting.superior, subject: 'registered' }],
  };
}
