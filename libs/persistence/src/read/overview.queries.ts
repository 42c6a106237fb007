import type { EntityManager } from 'typeorm';
import {
  type CivilDate,
  type Forecast,
  forecast,
  type Goal,
  goalOf,
  type Instant,
  type Pace,
  type Readings,
  readingsOf,
  roundOf,
  shanghaiDateOf,
} from '@app/domain';
import { countedRoundOf } from './counted.queries';
import { countByOrganisation, type OrganisationCounts, summed } from './goal-count.queries';
import { programmeOf } from './programme-store';
import { RoundEntity } from '../tables/recognition.entity';
import type { Scope } from './scope.queries';
import { select } from './select';
import {
  type OwnDate,
  readOwnDates,
  readRunGroups,
  type RunGroup,
  type Standing,
  standingOf,
} from './standing.queries';

/** The figures of the whole, an area or an organisation: where its branches stand, and what of the goal is attained. */
export interface OverviewFigures extends Standing {
  /** Below the whole the share is a planning figure only: rounded up for each, it sums to more. */
  readonly goal: Goal;
  /** Branches that the round does not count: dissolved by its assessment date, or too new. */
  readonly outOfScope: number;
}

/** One area of the overview. */
export interface OverviewArea extends OverviewFigures {
  readonly areaId: string;
  readonly code: string;
  readonly name: string;
}

/** One organisation of the overview. */
export interface OverviewLine extends OverviewArea {
  readonly organisationId: string;
}

/** Organisation × phase with lights, by area too, and the goal once for all that the asker sees (苏委工〔2020〕6号 二). */
export interface Overview extends OverviewFigures {
  readonly year: number;
  readonly assessBy: CivilDate;
  readonly areas: readonly OverviewArea[];
  readonly organisations: readonly OverviewLine[];
  /** What the organisations' shares sum to, each rounded up; the goal itself is of the whole. */
  readonly requiredOfOrganisations: number;
  /** Both readings as of `countedOn`, the date of programme time in Shanghai. */
  readonly readings: Readings;
  readonly countedOn: CivilDate;
  /** At today's pace since the first round was opened; null in a year that was not. */
  readonly forecast: Forecast | null;
}

interface Asked {
  readonly campaignId: string;
  readonly year: number;
  readonly scope: Scope;
  readonly now: Instant;
}

/** The overview of a round; throws `not-found` for a year the programme does not have. */
export async function readOverview(m: EntityManager, asked: Asked): Promise<Overview> {
  const { campaignId, year, scope } = asked;
  const round = await countedRoundOf(m, campaignId, year);
  const { share } = roundOf(await programmeOf(m, campaignId), year).goal;
  const [{ byOrganisation, filedByDate }, groups, bodies] = await Promise.all([
    countByOrganisation(m, round, scope),
    readRunGroups(m, asked),
    readBodies(m, campaignId),
  ]);
  const standing = new Set(groups.map(({ organisationId }) => organisationId));
  const seen = bodies.organisations.filter(({ organisationId: id }) => byOrganisation.has(id) || standing.has(id));
  const dates = await readOwnDates(
    m,
    asked,
    seen.map(({ organisationId }) => organisationId),
  );
  const counts = seen.flatMap((body) => {
    const counted = byOrganisation.get(body.organisationId);
    return counted ? [{ ...body, ...counted }] : [];
  });
  const whole = figures({ counts, groups, dates, share });
  const figuresBy = (key: keyof Body): ((id: string) => OverviewFigures) => {
    const [countsOf, groupsOf, datesOf] = [gathered(counts, key), gathered(groups, key), gathered(dates, key)];
    return (id) => figures({ counts: countsOf(id), groups: groupsOf(id), dates: datesOf(id), share });
  };
  const [ofOrganisation, ofArea] = [figuresBy('organisationId'), figuresBy('areaId')];
  const organisations = seen.map((line) => ({ ...line, ...ofOrganisation(line.organisationId) }));
  const standingAreas = new Set([...seen, ...groups].map(({ areaId }) => areaId));
  const areas = bodies.areas
    .filter(({ areaId }) => standingAreas.has(areaId))
    .map((area) => ({ ...area, ...ofArea(area.areaId) }));
  const countedOn = shanghaiDateOf(asked.now);
  const { assessBy } = round;
  return {
    year,
    assessBy,
    ...whole,
    areas,
    organisations,
    requiredOfOrganisations: organisations.reduce((sum, { goal }) => sum + goal.required, 0),
    readings: readingsOf(whole.goal),
    countedOn,
    forecast: await forecastOf(m, asked, { goal: whole.goal, filedByDate, today: countedOn, assessBy }),
  };
}

/** Where a figure belongs. */
interface Body {
  readonly organisationId: string;
  readonly areaId: string;
}

/** The areas and organisations of a campaign in the order of their codes. */
async function readBodies(m: EntityManager, campaignId: string) {
  const [areas, organisations] = await Promise.all([
    select<{ areaId: string; code: string; name: string }>(
      m,
      'SELECT a.id AS areaId, a.code, a.name FROM areas a WHERE a.campaign_id = ? ORDER BY a.code',
      [campaignId],
    ),
    select<Body & { code: string; name: string }>(
      m,
      `SELECT o.id AS organisationId, o.area_id AS areaId, o.code, o.name FROM organisations o
        WHERE o.campaign_id = ? ORDER BY o.code`,
      [campaignId],
    ),
  ]);
  return { areas, organisations };
}

/** The lines of each body; one pass for all, since there are thousands of organisations. */
function gathered<L extends Body>(lines: readonly L[], key: keyof Body): (id: string) => readonly L[] {
  const byBody = new Map<string, L[]>();
  for (const line of lines) {
    const there = byBody.get(line[key]);
    if (there) there.push(line);
    else byBody.set(line[key], [line]);
  }
  return (id) => byBody.get(id) ?? [];
}

function figures({
  counts,
  groups,
  dates,
  share,
}: {
  readonly counts: readonly OrganisationCounts[];
  readonly groups: readonly RunGroup[];
  readonly dates: readonly OwnDate[];
  readonly share: number;
}): OverviewFigures {
  return {
    ...standingOf(groups, dates),
    goal: goalOf(summed(counts), share),
    outOfScope: counts.reduce((all, one) => all + one.outOfScope, 0),
  };
}

/** At the pace since the first round was opened: how many will be filed as passed on the assessment date. */
async function forecastOf(
  m: EntityManager,
  { campaignId, year }: Asked,
  {
    goal,
    filedByDate,
    today,
    assessBy,
  }: Pick<Pace, 'filedByDate'> & { readonly goal: Goal; readonly today: CivilDate; readonly assessBy: CivilDate },
): Promise<Forecast | null> {
  const rounds = await m.find(RoundEntity, { where: { campaignId }, order: { year: 'ASC' } });
  const [first] = rounds;
  if (!first || !rounds.some((round) => round.year === year)) return null;
  const { deadlines } = await programmeOf(m, campaignId);
  const until = deadlines.reduce((last, { dueDate }) => (dueDate > last ? dueDate : last), assessBy);
  const { inScope, required } = goal;
  return forecast({ since: shanghaiDateOf(first.openedAt), until, inScope, required, filedByDate }, today, assessBy);
}
