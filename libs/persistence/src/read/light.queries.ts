import type { EntityManager } from 'typeorm';
import { type Instant, isOpenLight, type Light, LIGHTS } from '@app/domain';
import { type Conditions, instantLiteral, literals, marks, select } from './select';

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

/** The light that a run has at rest which has this light at some moment. */
export function restLightOf(light: Light): Light {
  return isOpenLight(light) && light !== 'paused' ? 'on-track' : light;
}

/** The SQL twin of the domain's `runLightAt`: the rank of the light of the run, or problem, in alias `r` at `now`. */
export function runLightRankSql(r: string, now: Instant): string {
  const at = instantLiteral(now);
  return `CASE
    WHEN ${r}.very_late_at <= ${at} THEN ${lightRank('very-late')}
    WHEN ${r}.due_at <= ${at} THEN ${lightRank('late')}
    WHEN ${r}.near_at <= ${at} THEN ${lightRank('near')}
    ELSE NULLIF(FIELD(${r}.rest_light, ${literals(LIGHTS)}), 0) END`;
}

/** Narrows a list to the runs, or problems, in alias `r` that have this light at `now`. */
export function addRunLight(
  where: Conditions,
  r: string,
  { light, now }: { light?: Light | undefined; now: Instant },
): void {
  if (!light) return;
  where.equal(`${r}.rest_light`, restLightOf(light)).equal(runLightRankSql(r, now), lightRank(light));
}

/** The worst light of each run that has dates: of an organisation's also of what it owes about its branches. */
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
    `SELECT l.runId, MIN(l.light) AS light FROM (
       SELECT d.run_id AS runId, ${lightRankSql('d', now)} AS light FROM deadlines d
        WHERE d.run_id IN (${marks(runIds)}) AND d.owing_run_id IS NULL AND ${among}
       UNION ALL SELECT d.owing_run_id, ${lightRankSql('d', now)} FROM deadlines d
        WHERE d.owing_run_id IN (${marks(runIds)}) AND ${among}) l GROUP BY l.runId`,
    [...runIds, ...runIds],
  );
  return new Map(rows.flatMap(({ runId, light }) => [[runId, lightOfRank(light) as Light]]));
}
