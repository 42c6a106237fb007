/** Checks every count in the streams against the list that it counts, and that a list holds each branch once. */
import { type EntityManager, In } from 'typeorm';
import {
  type CampaignEvent,
  type ConclusionList,
  countTargets,
  type DispositionList,
  type OrganisationPlan,
  type OrganisationRunEvent,
  type PublicationList,
  type SpotCheckEvent,
  type Verdict,
  VERDICTS,
} from '@app/domain';
import { DocumentEntity } from '../tables/document.entity';
import { DecisionEntity } from '../tables/filing.entity';
import { RecheckEntity, type SpotCheckEntity } from '../tables/spot-check.entity';
import { select } from '../read/select';
import { frozenPopulationOf } from '../read/spot-check.queries';
import { checkFigures, type RoundClosing } from './closing-figures';
import { type Findings, type Place, placeOf } from './findings';
import type { CheckedRun } from './folded-rows';
import type { Snapshot } from './snapshot';

/** Compares one count with the list it counts. */
class Counting {
  constructor(private readonly findings: Findings) {}

  equal(place: Place, what: string, { said, list }: { readonly said: number; readonly list: number }): void {
    this.findings.looked('counts');
    if (said !== list) this.findings.fault('counts', place, `${what}记为 ${said}，名单有 ${list}`);
  }

  /** Every branch stands in the list, and once. */
  once(
    place: Place,
    what: string,
    {
      listed,
      expected = [...new Set(listed)],
    }: { readonly listed: readonly string[]; readonly expected?: readonly string[] },
  ): void {
    this.findings.looked('dispositions');
    const times = new Map<string, number>();
    for (const branchId of listed) times.set(branchId, (times.get(branchId) ?? 0) + 1);
    const fault = (message: string) => this.findings.fault('dispositions', place, message);
    for (const [branchId, n] of times) if (n > 1) fault(`${what}列入党支部 ${branchId} ${n} 次`);
    for (const branchId of expected) if (!times.has(branchId)) fault(`${what}没有列入党支部 ${branchId}`);
    const known = new Set(expected);
    for (const branchId of times.keys()) if (!known.has(branchId)) fault(`${what}列入不属本年度的党支部 ${branchId}`);
  }
}

/** The campaign's counts = its lists; every branch of a round once in its closing decision, which says what the branch's own run says. */
export async function checkCampaignLists(
  snapshot: Snapshot,
  findings: Findings,
  runs: readonly CheckedRun[],
): Promise<void> {
  const { m } = snapshot;
  const counting = new Counting(findings);
  const published = new Map<string, number>();
  for (const { row, events } of runs) {
    for (const event of events) {
      const place = placeOf(event);
      const happened = { type: event.type, payload: event.record?.payload } as CampaignEvent;
      if (happened.type === 'round-runs-started') {
        const { year, organisations, branches } = happened.payload;
        counting.equal(place, '机关党组织', {
          said: organisations,
          list: (await readRuns(m, 'organisation_runs', { campaignId: row.id, year })).length,
        });
        counting.equal(place, '党支部', {
          said: branches,
          list: (await readRuns(m, 'branch_runs', { campaignId: row.id, year })).length,
        });
      }
      if (happened.type === 'publication-opened') {
        const lines = (await bodyOf<PublicationList>(m, happened.payload.documentId))?.branches ?? [];
        published.set(happened.payload.publicationId, lines.length);
        counting.equal(place, '公示党支部', { said: happened.payload.branches, list: lines.length });
        counting.once(place, '公示名单', { listed: lines.map(({ branchId }) => branchId) });
      }
      if (happened.type === 'recognition-recorded') {
        const { branches, publicationId } = happened.payload;
        counting.equal(place, '认定党支部', { said: branches, list: published.get(publicationId) ?? 0 });
      }
      if (happened.type === 'round-closed') {
        const closing = { campaignId: row.id, place, happened };
        await checkClosing(m, findings, closing);
        await checkFigures(snapshot, findings, closing);
      }
    }
  }
}

async function checkClosing(
  m: EntityManager,
  findings: Findings,
  { campaignId, place, happened }: RoundClosing,
): Promise<void> {
  const { year, documentId, figures } = happened.payload;
  const counting = new Counting(findings);
  const lines = (await bodyOf<DispositionList>(m, documentId))?.branches ?? [];
  const rows = await readRuns(m, 'branch_runs', { campaignId, year });
  counting.once(place, `${year} 年度结束决定`, {
    listed: lines.map(({ branchId }) => branchId),
    expected: rows.map(({ id }) => id),
  });
  for (const [disposition, n] of Object.entries(figures.dispositions)) {
    counting.equal(place, disposition, {
      said: n,
      list: lines.filter((line) => line.disposition === disposition).length,
    });
  }
  const said = new Map(lines.map(({ branchId, disposition }): [string, string] => [branchId, disposition]));
  for (const { id, disposition } of rows) {
    if (!disposition || disposition === said.get(id)) continue;
    findings.fault('dispositions', place, `党支部 ${id} 结束时为 ${disposition}，决定为 ${said.get(id)}`);
  }
}

/** An organisation's counts = its lists; in each list a branch stands once. */
export async function checkOrganisationLists(
  { m }: Snapshot,
  findings: Findings,
  runs: readonly CheckedRun[],
): Promise<void> {
  const counting = new Counting(findings);
  const documents = await bodiesOf(m, runs);
  const decisions = new Map(
    runs.length === 0
      ? []
      : (await m.findBy(DecisionEntity, { organisationRunId: In(runs.map(({ row }) => row.id)) })).map((decision) => [
          decision.id,
          decision,
        ]),
  );
  for (const { events } of runs) {
    let agreed = 0;
    let laid = '';
    for (const event of events) {
      const place = placeOf(event);
      const happened = { type: event.type, payload: event.record?.payload } as OrganisationRunEvent;
      if (happened.type === 'organisation-plan-submitted') {
        const plan = documents.get(happened.payload.documentId) as OrganisationPlan | undefined;
        const targets = plan ? countTargets(plan) : { thisYear: 0, nextYear: 0 };
        counting.equal(place, '本年达标', { said: happened.payload.thisYear, list: targets.thisYear });
        counting.equal(place, '下年达标', { said: happened.payload.nextYear, list: targets.nextYear });
      }
      if (happened.type === 'conclusions-submitted') {
        laid = happened.payload.documentId;
        const list = documents.get(laid) as ConclusionList | undefined;
        for (const part of ['passed', 'failed', 'reviewed'] as const) {
          counting.equal(place, `结论 ${part} `, { said: happened.payload[part], list: list?.[part].length ?? 0 });
        }
        const lines = list ? [...list.passed, ...list.failed, ...list.reviewed] : [];
        counting.once(place, '结论名单', { listed: lines.map(({ branchId }) => branchId) });
      }
      if (happened.type === 'decision-recorded') {
        const { decisionId, documentId = laid } = happened.payload;
        if (documentId !== laid) findings.fault('counts', place, '党组（党委）决定的不是最后报送的结论名单');
        const decision = decisions.get(decisionId);
        const list = documents.get(decision?.listId ?? '') as ConclusionList | undefined;
        agreed = decision?.agreed.length ?? 0;
        counting.equal(place, '同意的党支部', { said: happened.payload.agreed, list: agreed });
        const expected = list?.passed.map(({ branchId }) => branchId);
        counting.once(place, '党组（党委）决定', {
          listed: [...(decision?.agreed ?? []), ...(decision?.struck ?? [])],
          ...(expected && { expected }),
        });
      }
      if (happened.type === 'filing-sent')
        counting.equal(place, '备案的党支部', { said: happened.payload.lines, list: agreed });
    }
  }
}

/** A spot check's counts = its population and its rechecks. */
export async function checkSpotCheckLists(
  { m }: Snapshot,
  findings: Findings,
  runs: readonly CheckedRun<SpotCheckEntity>[],
): Promise<void> {
  const counting = new Counting(findings);
  for (const { row, events } of runs) {
    const rechecks = await m.findBy(RecheckEntity, { spotCheckId: row.id });
    for (const event of events) {
      const place = placeOf(event);
      const happened = { type: event.type, payload: event.record?.payload } as SpotCheckEvent;
      if (happened.type === 'draw-population-frozen') {
        const population = JSON.parse((await frozenPopulationOf(m, row.id)) ?? '[]') as unknown[];
        counting.equal(place, '抽样总体', { said: happened.payload.population, list: population.length });
      }
      if (happened.type === 'draw-revealed')
        counting.equal(place, '抽中', { said: happened.payload.drawn.length, list: rechecks.length });
      if (happened.type === 'spot-check-concluded') {
        for (const verdict of VERDICTS) {
          counting.equal(place, `复核 ${verdict} `, {
            said: happened.payload[verdict],
            list: verdictsOf(rechecks, verdict),
          });
        }
      }
    }
  }
}

function verdictsOf(rechecks: readonly RecheckEntity[], verdict: Verdict): number {
  return rechecks.filter((recheck) => recheck.verdict === verdict).length;
}

/** The branches, or organisations, that have a run of the year. */
async function readRuns(
  m: EntityManager,
  table: 'branch_runs' | 'organisation_runs',
  { campaignId, year }: { readonly campaignId: string; readonly year: number },
) {
  const columns =
    table === 'branch_runs' ? 'branch_id AS id, disposition' : 'organisation_id AS id, NULL AS disposition';
  return select<{ id: string; disposition: string | null }>(
    m,
    `SELECT ${columns} FROM ${table} WHERE campaign_id = ? AND year = ? ORDER BY 1`,
    [campaignId, year],
  );
}

async function bodyOf<B>(m: EntityManager, id: string): Promise<B | null> {
  return (await m.findOneBy(DocumentEntity, { id }))?.body as B | null;
}

async function bodiesOf(m: EntityManager, runs: readonly CheckedRun[]): Promise<Map<string, unknown>> {
  const ids = runs.flatMap(({ events }) =>
    events.flatMap(({ record }) => (record?.payload as { documentId?: string } | undefined)?.documentId ?? []),
  );
  if (ids.length === 0) return new Map();
  return new Map((await m.findBy(DocumentEntity, { id: In(ids) })).map(({ id, body }) => [id, body]));
}
