import { type OrganisationRunSetting, UNOPENED_ORGANISATION_RUN } from './organisation-run';
import { decideOrganisationRun } from './organisation-run.decide';

describe('the list of conclusions (苏委工〔2020〕6号 三.4)', () => {
  const superior = { role: 'organisation-officer', bodyKind: 'organisation', bodyId: 'o' } as const;
  const setting = { superior, deadlines: [] } as unknown as OrganisationRunSetting;
  const submit = (passed: readonly string[]) =>
    decideOrganisationRun(
      setting,
      { ...UNOPENED_ORGANISATION_RUN, step: 'assessing' },
      {
        command: { name: 'submitConclusions', input: { digest: 'd' } },
        spoken: { actor: 'p', office: 'organisation-officer', receivedAt: '2022-06-28T02:00:00.000Z' },
      },
      { conclusions: { documentId: 'l', digest: 'd', passed, failed: [], reviewed: ['b'], pending: [] } },
    ).deadlines;

  it('meets the assessment date and leaves decision and filing due', () => {
    expect(submit(['b'])).toEqual([{ action: 'meet', kind: 'assessment', submittedAt: '2022-06-28T02:00:00.000Z' }]);
  });

  it('ends the dates of decision and filing where no branch passed: nobody is late with nothing', () => {
    expect(submit([])).toMatchObject([
      { action: 'meet', kind: 'assessment' },
      { action: 'void', kind: 'decision' },
      { action: 'void', kind: 'filing' },
    ]);
  });
});
