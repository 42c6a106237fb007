import type { EntityManager } from 'typeorm';
import {
  type BodyKind,
  type DeadlineSurroundings,
  type HeldOffice,
  type Instant,
  isOwnDate,
  officeAboveProblem,
  type OrganisationKind,
  type OwnDate,
  type ProblemState,
} from '@app/domain';
import { sha256Hex } from '../record/digest';
import { idOf, keeperId } from '../record/ids';
import { openSql } from './light.queries';
import { literal, marks, select } from './select';

/** The most entries of one calendar; each stands for all dates of its kind on its day. */
const MOST_ENTRIES = 500;

/** Whose calendar a secret leads to, and of which campaign. */
export interface CalendarOwner {
  readonly personId: string;
  readonly campaignId: string;
  readonly campaignName: string;
  readonly isRehearsal: boolean;
  readonly isHeld: boolean;
}

/** Whose calendar this secret leads to; null where it leads nowhere, or its person has left or has no account any more. */
export async function calendarOwnerOf(m: EntityManager, secret: string): Promise<CalendarOwner | null> {
  type Row = Omit<CalendarOwner, 'isRehearsal' | 'isHeld'> & { readonly rehearsal: number; readonly held: number };
  const [row] = await select<Row>(
    m,
    `SELECT f.person_id AS personId, p.campaign_id AS campaignId, c.name AS campaignName, c.rehearsal,
            k.held_since IS NOT NULL AS held
       FROM calendar_feeds f JOIN people p ON p.id = f.person_id JOIN campaigns c ON c.id = p.campaign_id
       JOIN campaign_clocks k ON k.campaign_id = c.id
      WHERE f.secret_hash = ? AND p.valid_to IS NULL AND EXISTS (SELECT 1 FROM users u WHERE u.person_id = p.id)`,
    [sha256Hex(secret)],
  );
  if (!row) return null;
  const { rehearsal, held, ...owner } = row;
  return { ...owner, isRehearsal: rehearsal === 1, isHeld: Number(held) === 1 };
}

/** An entry of a calendar: the same under the same id, newer with a higher generation. */
export interface OwnDateEntry extends OwnDate {
  readonly id: string;
  readonly generation: number;
  /** The run it is of, where it stands for one date alone and that is a run's. */
  readonly run: { readonly kind: 'branch-run' | 'organisation-run'; readonly id: string } | null;
}

interface Asked {
  readonly campaignId: string;
  readonly personId: string;
  readonly offices: readonly HeldOffice[];
}

/**
 * The open dates of somebody's offices and problems, the earliest first, those of one kind on one day as one entry. What is
 * stopped or waits for a holiday notice has no day.
 */
export async function listOwnDates(m: EntityManager, asked: Asked, now: Instant): Promise<OwnDateEntry[]> {
  const places = placesOf(asked);
  const names = await namesOf(m, places);
  const entries = new Map<string, OwnDateEntry>();
  for (const place of places) {
    const rows = (await Promise.all(place.shelves.map((shelf) => datesOn(m, shelf, now)))).flat();
    const own = rows.filter((row) => isOwnDate(surroundingsOf(row, asked), { ...asked, offices: place.offices }));
    for (const row of own) {
      const key = keyOf(place, row);
      entries.set(key, entryOf(row, { place, key, name: names.get(place.bodyId) ?? null, before: entries.get(key) }));
    }
  }
  const byId = new Map([...entries.values()].map((entry) => [entry.id, entry]));
  const order = ({ dueDate, id }: OwnDateEntry) => `${dueDate} ${id}`;
  return [...byId.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1)).slice(0, MOST_ENTRIES);
}

/** A body from which dates are seen, or the person himself, and where its rows are found by an index. */
interface Place {
  readonly bodyKind: BodyKind | null;
  readonly bodyId: string;
  readonly offices: readonly HeldOffice[];
  readonly shelves: readonly Shelf[];
}

interface Shelf {
  readonly sql: string;
  readonly parameters: readonly string[];
}

function placesOf({ campaignId, personId, offices }: Asked): Place[] {
  const inCampaign = offices.filter((office) => office.campaignId === campaignId);
  const bodyIds = [...new Set(inCampaign.map(({ bodyId }) => bodyId))];
  const bodies = bodyIds.flatMap((bodyId): Place[] => {
    const here = inCampaign.filter((office) => office.bodyId === bodyId);
    const [{ bodyKind }] = here as [HeldOffice];
    return [{ bodyKind, bodyId, offices: here, shelves: shelvesOf(bodyKind, { campaignId, bodyId }) }];
  });
  return [...bodies, { bodyKind: null, bodyId: personId, offices: [], shelves: [ownedBy(campaignId, personId)] }];
}

/** An owner's date is its secretary's; a level higher only what was raised is looked at. */
const OWED_OR_RAISED = `(d.body <> 'owner' OR p.state = ${literal<ProblemState>('raised')})`;

function shelvesOf(
  bodyKind: BodyKind,
  { campaignId, bodyId }: { readonly campaignId: string; readonly bodyId: string },
): Shelf[] {
  switch (bodyKind) {
    case 'branch':
      return [{ sql: 'd.branch_id = ?', parameters: [bodyId] }];
    case 'organisation':
      return [{ sql: `d.keeper_id = ? AND ${OWED_OR_RAISED}`, parameters: [keeperId(campaignId, bodyId)] }];
    case 'committee':
      return [
        { sql: 'd.run_id IN (SELECT r.id FROM organisation_runs r WHERE r.campaign_id = ?)', parameters: [campaignId] },
        {
          sql: `d.branch_id IN (SELECT b.id FROM branches b JOIN organisations g ON g.id = b.organisation_id
                  WHERE g.campaign_id = ? AND g.kind = ${literal<OrganisationKind>('direct-branch')}) AND ${OWED_OR_RAISED}`,
          parameters: [campaignId],
        },
      ];
    case 'area':
      return [];
  }
}

function ownedBy(campaignId: string, personId: string): Shelf {
  const owned = `SELECT q.id FROM problems q
     WHERE q.campaign_id = ? AND q.owner_id = ? AND q.state = ${literal<ProblemState>('owned')}`;
  return { sql: `d.run_id IN (${owned})`, parameters: [campaignId, personId] };
}

/** All dates of one kind on one day on a shelf; of the ids one, which says all there is where it is alone. */
interface Row extends Pick<OwnDate, 'kind' | 'year' | 'body' | 'dueDate' | 'remindByDate'> {
  readonly direct: number;
  readonly problemState: ProblemState | null;
  readonly ownerId: string | null;
  readonly count: string;
  readonly generation: number;
  readonly id: string;
  readonly runId: string;
  readonly organisationId: string;
  readonly branchId: string | null;
}

function datesOn(m: EntityManager, shelf: Shelf, now: Instant): Promise<Row[]> {
  const direct = `o.kind = ${literal<OrganisationKind>('direct-branch')}`;
  const owner = `CASE p.state WHEN ${literal<ProblemState>('owned')} THEN p.owner_id END`;
  return select<Row>(
    m,
    `SELECT d.kind, d.year, d.body, d.due_date AS dueDate, d.remind_by_date AS remindByDate, ${direct} AS direct,
            p.state AS problemState, ${owner} AS ownerId, COUNT(*) AS count, MAX(d.generation) AS generation,
            MIN(d.id) AS id, MIN(d.run_id) AS runId, MIN(d.organisation_id) AS organisationId, MIN(d.branch_id) AS branchId
       FROM deadlines d JOIN organisations o ON o.id = d.organisation_id LEFT JOIN problems p ON p.id = d.run_id
      WHERE ${shelf.sql} AND ${openSql('d', now)} AND d.paused_at IS NULL AND d.due_date IS NOT NULL
      GROUP BY d.kind, d.year, d.body, d.due_date, d.remind_by_date, ${direct}, p.state, ${owner}
      ORDER BY d.due_date LIMIT ${MOST_ENTRIES}`,
    shelf.parameters,
  );
}

function surroundingsOf(row: Row, { campaignId }: Asked): DeadlineSurroundings {
  const { body, organisationId, branchId, ownerId, problemState } = row;
  const direct = Number(row.direct) === 1;
  const around = { body, campaignId, organisationId, areaId: '', branchId, direct, waitingOn: null, ownerId };
  return problemState === 'raised' ? { ...around, waitingOn: officeAboveProblem(around) } : around;
}

function keyOf({ bodyId }: Place, { kind, year, body, dueDate, remindByDate }: Row): string {
  return [bodyId, kind, year, body, dueDate, remindByDate].join(' ');
}

interface Folding {
  readonly place: Place;
  readonly key: string;
  readonly name: string | null;
  readonly before: OwnDateEntry | undefined;
}

/** A date alone keeps its own id wherever it is seen from; several have that of their day. */
function entryOf(row: Row, { place, key, name, before }: Folding): OwnDateEntry {
  const { kind, year, body, dueDate, remindByDate, runId, branchId } = row;
  const count = (before?.count ?? 0) + Number(row.count);
  const isAlone = count === 1;
  const runKind = branchId === null ? 'organisation-run' : 'branch-run';
  return {
    ...{ kind, year, body, dueDate, remindByDate, count },
    id: isAlone ? row.id : idOf('calendar-entry', key),
    generation: Math.max(before?.generation ?? 0, row.generation),
    run: isAlone && body !== 'owner' ? { kind: runKind, id: runId } : null,
    seenFrom: place.bodyKind,
    seenFromName: name,
  };
}

/** The names of the bodies that somebody has offices in, where they are several. */
async function namesOf(m: EntityManager, places: readonly Place[]): Promise<Map<string, string>> {
  const ids = places.flatMap(({ bodyKind, bodyId }) => (bodyKind === null ? [] : [bodyId]));
  if (ids.length < 2) return new Map();
  const tables = ['organisations', 'branches', 'campaigns'];
  const rows = await select<{ id: string; name: string }>(
    m,
    tables.map((table) => `SELECT id, name FROM ${table} WHERE id IN (${marks(ids)})`).join(' UNION ALL '),
    tables.flatMap(() => ids),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
