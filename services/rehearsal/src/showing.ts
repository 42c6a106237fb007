import { setTimeout as pause } from 'node:timers/promises';
import { PHASE_WORDS, ROLE_DEFINITIONS, STEP_WORDS } from '@app/domain';
import type { BoardView, Screen } from './board';
import type { Moment } from './calendar';
import type { Company } from './company';
import type { Audience } from './performance';
import type { Rest } from './programme-time';
import type { ExplanationView, OverviewView } from './reads';
import { type Explanation, storyLines } from './story';
import { type Language, lightText } from './words';

/** How long a story stays before the rehearsal goes on. */
const BREATH_MS = 2000;

/** Whose story is told on which evening: late by weeks; failed and mended; carried over; twice failed. */
const STORIES: Readonly<Record<string, string>> = {
  '2020-05-31': 'JG04-03',
  '2020-11-30': 'JG03-03',
  '2021-11-30': 'JG03-04',
  '2022-07-31': 'JG05-12',
};

/** Shows the board after each moment and tells the stories. */
export function audienceOf(company: Company, screen: Screen, language: Language): Audience {
  return {
    async show(rest) {
      const year = rest.campaign.rounds.at(-1)?.year;
      if (year === undefined) return;
      screen.show(boardOf(company, rest, await company.reads.overview(year)));
    },
    async tell(rest, moment) {
      const lines = await storyOf(company, { rest, moment, language });
      if (lines.length === 0) return;
      screen.print(lines);
      await pause(BREATH_MS);
    },
  };
}

function boardOf({ key }: Company, { campaign }: Rest, { year, organisations, goal }: OverviewView): BoardView {
  const lines = organisations.map(({ code, name, phases, lights, goal: own }) => ({
    code,
    name,
    phases: phases,
    lights: lights,
    recognised: own.recognised,
    inScope: own.inScope,
  }));
  return { now: campaign.clock.now, campaign: key, year, lines, goal };
}

async function storyOf(
  { reads }: Company,
  { rest, moment, language }: { readonly rest: Rest; readonly moment: Moment; readonly language: Language },
): Promise<string[]> {
  const code = STORIES[moment.on];
  const year = Number(moment.on.slice(0, 4));
  const run = rest.rounds.get(year)?.branches.find(({ branchCode }) => branchCode === code);
  if (!run) return [];
  const [explanation, events] = await Promise.all([reads.explain(run.id), reads.timeline('branch-runs', run.id)]);
  const told = events.map(({ recordedAt, title, titleEn }) => ({
    at: recordedAt,
    text: language === 'en' ? titleEn : title,
  }));
  return storyLines(explanationOf(explanation, language), told, language);
}

function explanationOf(view: ExplanationView, language: Language): Explanation {
  const { branch, year, phase, step, since, light, waitingOn, nextNeededOn } = view;
  const role = waitingOn && ROLE_DEFINITIONS[waitingOn.role];
  return {
    branch,
    year,
    phase: PHASE_WORDS[phase][language],
    step: STEP_WORDS[step][language],
    since,
    light: light && lightText(light, language),
    waitingOn: waitingOn && role && `${role[language]} ${waitingOn.persons.join('、')}`,
    nextNeededOn,
  };
}
