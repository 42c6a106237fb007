import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { toProgramme } from '../programme/programme-check';
import { type OrganisationRunHome, settingOfOrganisationRun } from './organisation-run.opening';

const FOLDER = join(__dirname, '../../../../programmes/suzhou-2020');
const read = (name: string): unknown => parse(readFileSync(join(FOLDER, name), 'utf8'));
const programme = toProgramme({ ...(read('programme.yaml') as object), scoreSheet: read('score-sheet.yaml') });

const open = (year: number, hasSurveys: boolean) =>
  settingOfOrganisationRun({ campaignId: 'c', organisationId: 'o', year } as OrganisationRunHome, {
    programme,
    organisationKind: 'general-branch',
    hasSurveys,
  });

describe('what a round asks of an organisation', () => {
  it('has the dates of its year, and no branch’s', () => {
    const kinds = open(2021, false).deadlines.map(({ kind }) => kind);
    expect(kinds).toEqual(['organisation-plan', 'assessment', 'decision', 'filing']);
    expect(open(2021, false).deadlines[0]).toEqual({
      kind: 'organisation-plan',
      remindByDate: '2021-01-31',
      dueDate: '2021-02-28',
    });
  });

  it('has the date of the surveys only where a branch has one', () => {
    const surveys = (hasSurveys: boolean) => open(2020, hasSurveys).deadlines.filter(({ kind }) => kind === 'survey');
    expect(surveys(true)).toHaveLength(1);
    expect(surveys(false)).toEqual([]);
  });

  it('has the workdays of the programme', () => {
    expect(open(2020, true)).toMatchObject({
      correctionWorkdays: programme.correctionWorkdays,
      registrationWorkdays: programme.registrationWorkdays,
    });
  });
});
