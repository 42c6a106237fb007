import type { EntityManager } from 'typeorm';
import type { CivilDate, DeadlineKind, Instant, Light, Slip, SlipState } from '@app/domain';
import { SlipEntity } from '../../tables/slip.entity';
import { lightOfRank, lightRankSql } from '../light.queries';
import { addScope, type Scope } from '../scope.queries';
import { Conditions, idsOf, inOrder, type Listed, marks, type PageRequest, readPage, select } from '../select';

/** A supervision slip with the date it is about. */
export interface SlipLine extends Slip {
  readonly id: string;
  readonly version: number;
  /** Whose date it is about. */
  readonly runId: string;
  readonly year: number;
  readonly kind: DeadlineKind;
  /** Null while it waits for a holiday notice. */
  readonly dueDate: CivilDate | null;
  /** Of the date now. */
  readonly light: Light;
}

/** What a list of slips can be narrowed by. */
export interface SlipFilter {
  readonly campaignId?: string;
  readonly id?: string;
  readonly runId?: string | undefined;
  readonly organisationId?: string | undefined;
  readonly year?: number | undefined;
  readonly colour?: string | undefined;
  readonly state?: SlipState | undefined;
}

/** What a list of dates says of the slip about one. */
export type SlipMark = Pick<Slip, 'colour' | 'state' | 'draftedAt'>;

/** Within what the asker may see: what was never sent out only the body that commands sees, and who looks over all. */
export interface SlipSight {
  readonly scope: Scope;
  /** The organisations whose officer he is. */
  readonly commands: readonly string[];
}

/** The newest slip about each of these dates that the asker may see. */
export async function newestSlips(
  m: EntityManager,
  { ids, sight }: { readonly ids: readonly string[]; readonly sight: SlipSight },
): Promise<Map<string, SlipMark>> {
  if (ids.length === 0) return new Map();
  const where = new Conditions().among('s.deadline_id', ids);
  addSight(where, sight);
  const rows = await select<{ id: string }>(
    m,
    `SELECT s.id FROM slips s WHERE ${where.sql} ORDER BY s.drafted_at, s.id`,
    where.parameters,
  );
  const slips = await slipsOf(m, idsOf(rows));
  return new Map(slips.map(({ deadlineId, colour, state, draftedAt }) => [deadlineId, { colour, state, draftedAt }]));
}

/** One page of slips, the newest first. */
export async function listSlips(
  m: EntityManager,
  asked: {
    readonly filter: SlipFilter;
    readonly sight: SlipSight;
    readonly page: PageRequest;
    readonly now: Instant;
  },
): Promise<Listed<SlipLine>> {
  const { filter, sight, page, now } = asked;
  const where = new Conditions()
    .equal('s.campaign_id', filter.campaignId)
    .equal('s.id', filter.id)
    .equal('d.run_id', filter.runId)
    .equal('s.organisation_id', filter.organisationId)
    .equal('d.year', filter.year)
    .equal('s.colour', filter.colour)
    .equal('s.state', filter.state);
  addSight(where, sight);
  const { items, nextCursor } = await readPage<Omit<SlipLine, keyof Slip | 'version' | 'light'> & { light: string }>(
    m,
    {
      columns: `s.id, d.run_id AS runId, d.year, d.kind, d.due_date AS dueDate, ${lightRankSql('d', now)} AS light`,
      from: 'slips s JOIN deadlines d ON d.id = s.deadline_id',
      where,
      sort: { keys: [{ sql: 's.drafted_at', isInstant: true }, { sql: 's.id' }], descending: true },
      page,
    },
  );
  const slips = await slipsOf(m, idsOf(items));
  const lines = items.map(({ light, ...date }, at) => ({
    ...slips[at],
    ...date,
    light: lightOfRank(light) as Light,
  }));
  return { items: lines, nextCursor };
}

/** The slips about these dates, whoever may see them: what else stands about each decides what can be done. */
export function slipsAbout(m: EntityManager, deadlineIds: readonly string[]): Promise<SlipEntity[]> {
  if (deadlineIds.length === 0) return Promise.resolve([]);
  return m
    .createQueryBuilder(SlipEntity, 's')
    .where('s.deadlineId IN (:...ids)', { ids: [...deadlineIds] })
    .getMany();
}

async function slipsOf(m: EntityManager, ids: readonly string[]): Promise<SlipEntity[]> {
  if (ids.length === 0) return [];
  return inOrder(
    ids,
    await m
      .createQueryBuilder(SlipEntity, 's')
      .where('s.id IN (:...ids)', { ids: [...ids] })
      .getMany(),
  );
}

function addSight(where: Conditions, { scope, commands }: SlipSight): void {
  addScope(where, scope, PLACES);
  if (isOfAll(scope)) return;
  const drafts =
    commands.length === 0 ? '' : ` OR (s.commander = 'organisation' AND s.organisation_id IN (${marks(commands)}))`;
  where.add(`(s.serial IS NOT NULL${drafts})`, ...commands);
}

/** Who looks over the committee or an area sees what lies before the officers there. */
function isOfAll(scope: Scope): boolean {
  return scope.kind === 'any'
    ? scope.of.some(isOfAll)
    : scope.kind === 'all' || (scope.kind === 'area' && scope.ids.length > 0);
}

/** Without a join, so that the order of an index is kept. */
const PLACES = {
  area: '(SELECT o.area_id FROM organisations o WHERE o.id = s.organisation_id)',
  organisation: 's.organisation_id',
  branch: 's.branch_id',
};
