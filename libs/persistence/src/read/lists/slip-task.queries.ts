import type { EntityManager } from 'typeorm';
import {
  type CivilDate,
  DEADLINE_WORDS,
  type DeadlineKind,
  type Instant,
  type Light,
  mayDoWithSlip,
  type Slip,
  SLIP_DEEDS,
  SLIP_PERMISSIONS,
  SLIP_STATE_WORDS,
  slipCommands,
  type SlipState,
  shanghaiDateOf,
  words,
  workdaysLeft,
} from '@app/domain';
import { calendarOf } from '../../write/calendar';
import { lightOfRank, lightRankSql } from '../light.queries';
import { Conditions, literal, literals, select } from '../select';
import { slipsAbout } from './slip.queries';
import { type Asker, inWords, LONGEST, type Task, toOfficeRef } from './task-line';

interface Row extends Pick<Task, 'id' | 'year' | 'code' | 'name'> {
  readonly deadlineId: string;
  readonly kind: DeadlineKind;
  readonly dueDate: CivilDate | null;
  readonly light: string;
}

/** Slips that wait for these offices: to be issued by who orders, to be signed for and answered by who owes. */
export async function slipTasksOf(m: EntityManager, { campaignId, offices }: Asker, now: Instant): Promise<Task[]> {
  const held = offices.filter((office) => office.campaignId === campaignId);
  const parts = waitingFor(campaignId, held);
  if (parts.length === 0) return [];
  const rows = await select<Row>(
    m,
    parts
      .map(
        ({ sql }) => `(SELECT s.id, s.deadline_id AS deadlineId, d.year, d.kind, d.due_date AS dueDate,
            ${lightRankSql('d', now)} AS light, COALESCE(b.code, o.code) AS code, COALESCE(b.name, o.name) AS name
           FROM slips s JOIN deadlines d ON d.id = s.deadline_id JOIN organisations o ON o.id = s.organisation_id
           LEFT JOIN branches b ON b.id = s.branch_id WHERE ${sql} ORDER BY s.drafted_at, s.id LIMIT ${LONGEST})`,
      )
      .join(' UNION ALL '),
    parts.flatMap(({ parameters }) => parameters),
  );
  if (rows.length === 0) return [];
  const about = await slipsAbout(m, [...new Set(rows.map(({ deadlineId }) => deadlineId))]);
  const calendar = await calendarOf(m);
  return rows.flatMap(({ deadlineId, kind, light, dueDate, ...row }) => {
    const slip = about.find(({ id }) => id === row.id);
    if (!slip) return [];
    const others = about.filter((other) => other.deadlineId === deadlineId && other !== slip);
    const taken = slipCommands(slip, now, others);
    const deed = SLIP_DEEDS.find((one) => taken.includes(one));
    const office = deed && held.find((one) => mayDoWithSlip(slip, deed, one));
    if (!office) return [];
    const [matter, state] = [DEADLINE_WORDS[kind], SLIP_STATE_WORDS[slip.state]];
    return {
      ...row,
      ...inWords(words(`${matter.zh}${state.zh}`, `${matter.en}: ${state.en}`), SLIP_PERMISSIONS[deed]),
      step: slip.state,
      held: null,
      isStuck: false,
      kind: 'slip',
      workflowId: null,
      runId: null,
      since: slip.issuedAt ?? slip.draftedAt,
      office: toOfficeRef(office),
      light: lightOfRank(light) as Light,
      dueDate,
      workdaysLeft: dueDate === null ? null : workdaysLeft(shanghaiDateOf(now), dueDate, calendar),
    };
  });
}

/** Of each body by its own index: drafts where it orders, what is out where it owes. */
function waitingFor(campaignId: string, held: Asker['offices']): Conditions[] {
  const bodies = (kind: string) => held.flatMap(({ bodyKind, bodyId }) => (bodyKind === kind ? [bodyId] : []));
  const draft = `s.state = ${literal<SlipState>('draft')}`;
  const out = `s.state IN (${literals<SlipState>(['issued', 'received'])})`;
  const orders = (commander: Slip['commander']) => `(s.commander = ${literal(commander)} AND ${draft})`;
  const [committee, organisations, branches] = [bodies('committee'), bodies('organisation'), bodies('branch')];
  return [
    ...(committee.length > 0 ? [new Conditions().equal('s.campaign_id', campaignId).add(orders('committee'))] : []),
    ...(organisations.length > 0
      ? [
          new Conditions()
            .among('s.organisation_id', organisations)
            .add(`(${orders('organisation')} OR (s.branch_id IS NULL AND ${out}))`),
        ]
      : []),
    ...(branches.length > 0 ? [new Conditions().among('s.branch_id', branches).add(out)] : []),
  ];
}
