import type { EntityManager } from 'typeorm';
import { type Instant, type Light, LIGHTS } from '@app/domain';
import { instantLiteral, marks, select } from './select';

/** The number under which SQL knows a light: 1 is the worst. */
export function lightRank(light: Light): number {
  return LIGHTS.indexOf(light) + 1;
}

/** The light of a number that SQL answered. */
export function lightOfRank(rank: number | string | null): Light | null {
  return rank === null ? null : (LIGHTS[Number(rank) - 1] ?? null);
}

/**
 * The SQL twin of the domain's `lightAt`: the rank of the light of the deadline in alias `d` at `now`. A comparison with
 * NULL is never true, which is what "not reached" means.
 */
export function lightRankSql(d: string, now: Instant): string {
  const at = instantLiteral(now);
  const rank = (light: Light) => lightRank(light);
  return `CASE
    WHEN ${d}.voided_at <= ${at} THEN ${rank('void')}
    WHEN ${d}.met_at <= ${at} THEN CASE
      WHEN (${d}.due_at IS NULL OR ${d}.met_at < ${d}.due_at) AND ${d}.breached_at IS NULL THEN ${rank('met')}
      WHEN ${d}.met_how = 'late-entry-timely' THEN ${rank('met-entered-late')}
      ELSE ${rank('met-late')} END
    WHEN ${d}.paused_at <= ${at} THEN ${rank('paused')}
    WHEN ${d}.very_late_at <= ${at} THEN ${rank('very-late')}
    WHEN ${d}.due_at <= ${at} THEN ${rank('late')}
    WHEN ${d}.near_at <= ${at} THEN ${rank('near')}
    ELSE ${rank('on-track')} END`;
}

/** A deadline in alias `d` that still binds at `now`: neither met nor void. */
export function openSql(d: string, now: Instant): string {
  const at = instantLiteral(now);
  return `(${d}.voided_at IS NULL OR ${d}.voided_at > ${at}) AND (${d}.met_at IS NULL OR ${d}.met_at > ${at})`;
}

/**
 * The SQL twin of `worstLight`: a table `(run_id, light)` of a campaign's runs of one year. It is read from one index in
 * the order of its runs, without a row of the table: of 80,000 deadlines in a tenth of a second.
 */
export function runLightsSql(
  { campaignId, year }: { readonly campaignId: string; readonly year: number },
  now: Instant,
): { sql: string; parameters: (string | number)[] } {
  return {
    sql: `(SELECT d.run_id, MIN(${lightRankSql('d', now)}) AS light FROM deadlines d FORCE INDEX (deadlines_light)
            WHERE d.campaign_id = ? AND d.year = ? GROUP BY d.run_id)`,
    parameters: [campaignId, year],
  };
}

/** Lights of what still binds, all worse than those of what is done with: `paused` is the least of them. */
const OPEN_LIGHTS: ReadonlySet<Light> = new Set(LIGHTS.slice(0, LIGHTS.indexOf('paused') + 1));

/** Whether a date with this light still binds. */
export function isOpenLight(light: Light): boolean {
  return OPEN_LIGHTS.has(light);
}

/**
 * A query of the ids of a campaign's runs, of one year where it is given, whose worst light is this one. For a light of
 * what still binds only open deadlines are looked at: of many years few.
 */
export function runsOfLightSql(
  { campaignId, year }: { readonly campaignId: string; readonly year?: number | undefined },
  light: Light,
  now: Instant,
): { sql: string; parameters: (string | number)[] } {
  const [index, open] = isOpenLight(light) ? ['deadlines_open', ` AND ${openSql('d', now)}`] : ['deadlines_light', ''];
  const ofYear = year === undefined ? '' : ' AND d.year = ?';
  return {
    sql: `SELECT d.run_id AS id FROM deadlines d FORCE INDEX (${index}) WHERE d.campaign_id = ?${ofYear}${open}
           GROUP BY d.run_id HAVING MIN(${lightRankSql('d', now)}) = ${lightRank(light)}`,
    parameters: year === undefined ? [campaignId] : [campaignId, year],
  };
}

/** The rank of the worst light of the run in alias `r`, worked out for that run alone: for lists that are short otherwise. */
export function runLightRankSql(now: Instant): string {
  return `(SELECT MIN(${lightRankSql('d', now)}) FROM deadlines d WHERE d.campaign_id = r.campaign_id
            AND d.year = r.year AND d.run_id = r.id)`;
}

/** The worst light of each run that has deadlines. */
export function lightsOfRuns(m: EntityManager, runIds: readonly string[], now: Instant): Promise<Map<string, Light>> {
  return worstLights(m, { runIds, among: 'TRUE' }, now);
}

/** The worst light of each run that a date still binds. */
export function openLightsOfRuns(
  m: EntityManager,
  runIds: readonly string[],
  now: Instant,
): Promise<Map<string, Light>> {
  return worstLights(m, { runIds, among: openSql('d', now) }, now);
}

async function worstLights(
  m: EntityManager,
  { runIds, among }: { readonly runIds: readonly string[]; readonly among: string },
  now: Instant,
): Promise<Map<string, Light>> {
  if (runIds.length === 0) return new Map();
  const rows = await select<{ runId: string; light: string }>(
    m,
    `SELECT d.run_id AS runId, MIN(${lightRankSql('d', now)}) AS light FROM deadlines d
      WHERE d.run_id IN (${marks(runIds)}) AND ${among} GROUP BY d.run_id`,
    runIds,
  );
  return new Map(rows.flatMap(({ runId, light }) => [[runId, lightOfRank(light) as Light]]));
}
