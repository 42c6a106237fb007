import { phaseHeldBy } from './held-phase';

describe('phaseHeldBy', () => {
  it.each([
    ['survey', 'planning', 'survey'],
    ['organisation-plan', 'planning', 'plan'],
    ['assessment', 'assessing', 'assessment'],
    ['decision', 'deciding', 'assessment'],
    ['filing', 'filing', 'assessment'],
    ['registration', 'registering', 'assessment'],
    ['correction', 'planning', 'plan'],
    ['correction', 'filing', 'assessment'],
    ['branch-plan', 'planning', null],
    ['ballot', 'assessing', 'assessment'],
    ['assess', 'assessing', 'assessment'],
  ] as const)('%s at %s: %s', (kind, step, phase) => expect(phaseHeldBy(kind, step)).toBe(phase));
});
