import type { Instant } from '../time/time';
import type { OrganisationRunSetting, OrganisationRunState } from './organisation-run';
import type { OrganisationAsked, OrganisationDecision, OrganisationMoment } from './organisation-run.types';

/** An officer of the committee registers a filing. */
export function registerFiling({
  setting,
  state,
  spoken: { receivedAt: at },
}: OrganisationAsked<'registerFiling'>): OrganisationDecision<'filing-registered'> {
  return registered({ setting, state, at }, false);
}

/** The committee's registration of a filing, by an officer or, five workdays long unanswered, by silence (苏委工〔2020〕6号 三.4). */
function registered(
  { setting, state, at }: { setting: OrganisationRunSetting; state: OrganisationRunState; at: Instant },
  bySilence: boolean,
): OrganisationDecision<'filing-registered'> {
  const filingId = state.filingId ?? '';
  return {
    facts: [{ type: 'filing-registered', payload: { at, filingId, bySilence } }],
    deadlines: [
      bySilence ? { action: 'void', kind: 'registration' } : { action: 'meet', kind: 'registration', submittedAt: at },
    ],
    effects: [{ tell: 'branches', topic: 'registered', refs: { filingId, bySilence: bySilence ? 1 : 0 } }],
    notices: [{ to: setting.superior, subject: 'registered' }],
  };
}

/**
 * What an expiry before `now` has brought about, whether or not the keeper has told of it: at its date silence registers a
 * filing, and one that was returned and not corrected loses its sending date.
 */
export function lapsed({
  setting,
  state,
  at: now,
  lookup,
}: OrganisationMoment): OrganisationDecision<'filing-registered' | 'filing-date-lost'> | null {
  const at = lookup?.expiresAt;
  if (!at || at > now) return null;
  if (state.step === 'registering') return registered({ setting, state, at }, true);
  if (state.step !== 'filing' || !state.sentAt || !state.filingId) return null;
  return { facts: [{ type: 'filing-date-lost', payload: { at, filingId: state.filingId } }] };
}
