import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { toProgramme } from '../programme/programme-check';
import { type BranchRunHome, type BranchStanding, settingOfBranchRun, standingAfter } from './branch-run.opening';

const FOLDER = join(__dirname, '../../../../programmes/suzhou-2020');
const read = (name: string): unknown => parse(readFileSync(join(FOLDER, name), 'utf8'));
const programme = toProgramme({ ...(read('programme.yaml') as object), scoreSheet: read('score-sheet.yaml') });

const fresh: BranchStanding = { recognised: false, passed: false };
const recognised: BranchStanding = { recognised: true, passed: false };
const passed: BranchStanding = { recognised: false, passed: true };

const open = (year: number, standing: BranchStanding, organisationKind: 'party-committee' | 'direct-branch') =>
  settingOfBranchRun({ campaignId: 'c', organisationId: 'o', year } as BranchRunHome, {
    programme,
    organisationKind,
    standing,
  });

describe('what earlier rounds left of a branch', () => {
  const run = { isRecognised: false, disposition: null, isPassUnderWay: false };

  it('is nothing in its first round', () => {
    expect(standingAfter([])).toEqual(fresh);
  });

  it.each([
    ['a recognition, of whatever round', [{ ...run, isRecognised: true }, run], recognised],
    ['a pass that awaits recognition', [run, { ...run, disposition: 'passed-awaiting' }], passed],
    ['a pass that is still under way', [{ ...run, isPassUnderWay: true }], passed],
    ['no pass of a round before the last', [{ ...run, disposition: 'passed-awaiting' }, run], fresh],
    ['no pass where it failed', [{ ...run, disposition: 'carried-failed' }], fresh],
  ] as const)('is %s', (_, earlier, standing) => {
    expect(standingAfter(earlier)).toEqual(standing);
  });
});

describe('what a round asks of a branch', () => {
  it.each([
    [2020, 'new', fresh, { mode: 'attain', hasSurvey: true, passedBefore: false }],
    [2021, 'new', fresh, { mode: 'attain', hasSurvey: false, passedBefore: false }],
    [2021, 'passed', passed, { mode: 'attain', hasSurvey: false, passedBefore: true }],
    [2021, 'recognised', recognised, { mode: 'maintain', hasSurvey: false, passedBefore: false }],
    [2022, 'recognised', recognised, { mode: 'review', hasSurvey: false, passedBefore: false }],
  ] as const)('%i, %s', (year, _, standing, setting) => {
    expect(open(year, standing, 'party-committee')).toMatchObject(setting);
  });

  it('has a date for the plan, unless the branch goes on from its pass', () => {
    expect(open(2021, fresh, 'party-committee').planDeadline).toEqual({
      remindByDate: '2021-01-31',
      dueDate: '2021-02-28',
    });
    expect(open(2021, passed, 'party-committee').planDeadline).toBeNull();
    expect(open(2021, passed, 'party-committee').assessBy).toBe('2021-11-30');
  });

  it('has its part of the survey date where it has a survey', () => {
    expect(open(2020, fresh, 'party-committee').surveyDeadline).toEqual({
      remindByDate: '2020-05-31',
      dueDate: '2020-05-31',
    });
    expect(open(2021, fresh, 'party-committee').surveyDeadline).toBeNull();
  });

  it('has the committee above a branch that has no organisation between', () => {
    expect(open(2020, fresh, 'party-committee').superior).toEqual({
      role: 'organisation-officer',
      bodyKind: 'organisation',
      bodyId: 'o',
    });
    expect(open(2020, fresh, 'direct-branch').superior).toEqual({
      role: 'committee-officer',
      bodyKind: 'committee',
      bodyId: 'c',
    });
  });
});
