import { VERIFICATION_SILENCE_MS, VERIFICATION_STATES, verificationStateAt } from './verification';

describe('verificationStateAt', () => {
  it('takes one that was silent for too long as broken off', () => {
    expect(verificationStateAt('running', VERIFICATION_SILENCE_MS)).toBe('running');
    expect(verificationStateAt('running', VERIFICATION_SILENCE_MS + 1)).toBe('broken-off');
  });

  it.each(VERIFICATION_STATES.filter((state) => state !== 'running'))('leaves %s as it ended', (state) => {
    expect(verificationStateAt(state, Infinity)).toBe(state);
  });
});
