import { FORECAST_LIMIT_WORDS } from '@app/domain';
import type { Overview } from '@app/persistence';

/**
 * The list behind each kind of count: its path, what narrows it to all of the kind, and the parameters that take the name
 * of the count. A count and its list come from one query definition, so that they agree.
 */
const LISTS = {
  phases: { path: '/branch-runs', filter: {}, by: ['phase'] },
  lights: { path: '/branch-runs', filter: {}, by: ['light'] },
  waitingOn: { path: '/branch-runs', filter: {}, by: ['waitingOn'] },
  dates: { path: '/deadlines', filter: { of: 'organisation' }, by: ['kind', 'light'] },
  goal: { path: '/branches', filter: {}, by: ['counted'] },
  outOfScope: { path: '/branches', filter: { counted: 'outOfScope' }, by: [] },
};

/** The overview with the list behind each count. */
export function withLists(campaignId: string, { areas, organisations, forecast, ...whole }: Overview) {
  const filter = { campaignId, year: String(whole.year) };
  return {
    ...whole,
    filter,
    areas: areas.map((area) => ({ ...area, filter: { ...filter, areaId: area.areaId } })),
    organisations: organisations.map((line) => ({
      ...line,
      filter: { ...filter, organisationId: line.organisationId },
    })),
    forecast: forecast && { ...forecast, ...wordsOf(forecast) },
    lists: LISTS,
  };
}

function wordsOf({ limit }: NonNullable<Overview['forecast']>) {
  const said = limit && FORECAST_LIMIT_WORDS[limit];
  return { message: said?.zh ?? null, messageEn: said?.en ?? null };
}
