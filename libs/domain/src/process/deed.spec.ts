import { deedAt, stepsOfDeeds } from './deed';
import { processOf, RUN_COMMANDS, RUN_KINDS, type RunKind } from './processes';

describe('what a step waits for', () => {
  it.each<[RunKind, string, string | null]>([
    ['branch-run', 'survey-opening', 'openSurvey'],
    ['branch-run', 'survey-confirming', 'confirmSurvey'],
    ['branch-run', 'target-waiting', null],
    ['branch-run', 'plan-approving', 'approveBranchPlan'],
    ['branch-run', 'building', 'submitAssessment'],
    ['branch-run', 'rectifying', 'submitAssessment'],
    ['branch-run', 'ballot-opening', 'openBallot'],
    ['branch-run', 'balloting', 'closeBallot'],
    ['branch-run', 'assessing', 'signAssessment'],
    ['branch-run', 'countersigning', 'countersignAssessment'],
    ['branch-run', 'listing', null],
    ['branch-run', 'registering', null],
    ['branch-run', 'rechecking', 'concludeRecheck'],
    ['branch-run', 'review-confirming', 'confirmReview'],
    ['organisation-run', 'planning', 'submitOrganisationPlan'],
    ['organisation-run', 'assessing', 'submitConclusions'],
    ['organisation-run', 'deciding', 'recordDecision'],
    ['organisation-run', 'filing', 'sendFiling'],
    ['organisation-run', 'registering', 'registerFiling'],
    ['organisation-run', 'registered', null],
    ['spot-check', 'ordered', 'freezeSpotCheck'],
    ['spot-check', 'frozen', 'revealSpotCheck'],
    ['spot-check', 'inspecting', null],
  ])('%s at %s: %s', (kind, step, command) => {
    expect(deedAt(kind, step)).toBe(command);
  });

  it.each(RUN_KINDS)('%s: each is a command, of a step that waits for somebody', (kind) => {
    for (const step of stepsOfDeeds(kind)) {
      expect(RUN_COMMANDS.map(({ name }) => name)).toContain(deedAt(kind, step));
      expect(processOf(kind).steps[step]?.by).not.toBeNull();
    }
  });
});
