import { DomainError } from '../errors';
import type { PermissionName } from '../office/permissions';
import { COMMITTEE, ORGANISATION, SECRETARY } from '../office/role-groups';
import type { OfficeRef } from '../process/decision';
import type { DeadlineBody, LadderColour } from '../programme/programme';
import { chineseDate, shanghaiDateOf } from '../time/civil-date';
import type { CivilDate, Instant } from '../time/time';

/** Where a slip stands: 拟稿 → 签发 → 签收 → 反馈 → 办结; void = 作废, it was never issued or was taken back for good. */
export const SLIP_STATES = ['draft', 'issued', 'received', 'answered', 'closed', 'void'] as const;

export type SlipState = (typeof SLIP_STATES)[number];

/** Why a slip is over: the work is done or owed no more, its officer decided so; a draft besides, because the next colour or an answer made it pointless. */
export const SLIP_ENDS = ['met', 'not-owed', 'decided', 'superseded', 'answered'] as const;

export type SlipEnd = (typeof SLIP_ENDS)[number];

/** An answer is asked for where the work is not done so many workdays after the slip was issued. */
export const SLIP_ANSWER_WORKDAYS = 3;

/** What a slip is about and who commands: the body directly above the one that owes. */
interface SlipDraft {
  readonly deadlineId: string;
  readonly generation: number;
  readonly rung: string;
  readonly colour: LadderColour;
  readonly organisationId: string;
  /** The branch that owes; null where the organisation does. */
  readonly branchId: string | null;
  readonly commander: 'organisation' | 'committee';
  /** The branches that are late: of an organisation's date those that hold it up. */
  readonly lines: readonly string[];
}

/** A supervision slip (督办单): an order about one date, in one colour of its ladder. */
export interface Slip extends SlipDraft {
  readonly state: SlipState;
  readonly draftedAt: Instant;
  /** The number in its year, given when it is first issued; it stays with the slip when that is taken back. */
  readonly serialYear: number | null;
  readonly serial: number | null;
  /** 文号, where it has one. */
  readonly documentNumber: string | null;
  readonly issuedAt: Instant | null;
  /** Whose signature; null where the programme has slips issued by themselves. */
  readonly issuedBy: string | null;
  /** The day of which on an answer is asked for, and after which it is missing; null while no holiday notice tells it. */
  readonly answerDate: CivilDate | null;
  readonly receivedOn: CivilDate | null;
  readonly answeredAt: Instant | null;
  readonly answer: string | null;
  readonly withdrawnBecause: string | null;
  readonly closedAt: Instant | null;
  readonly ended: SlipEnd | null;
  /** Why its officer closed or dropped it. */
  readonly endedBecause: string | null;
}

export type SlipCommand =
  | { readonly kind: 'issue'; readonly documentNumber: string | null }
  | { readonly kind: 'withdraw'; readonly reason: string }
  | { readonly kind: 'receive'; readonly receivedOn: CivilDate }
  | { readonly kind: 'answer'; readonly answer: string }
  | { readonly kind: 'close'; readonly reason: string }
  | { readonly kind: 'discard'; readonly reason: string };

export type SlipCommandKind = SlipCommand['kind'];

interface Ended {
  readonly at: Instant;
  readonly ended: SlipEnd;
  readonly reason: string | null;
}

export type SlipEvent =
  | { readonly type: 'slip-drafted'; readonly payload: SlipDraft & { readonly at: Instant } }
  | {
      readonly type: 'slip-issued';
      readonly payload: Required<
        Pick<Slip, 'serialYear' | 'serial' | 'documentNumber' | 'issuedBy' | 'answerDate' | 'lines'>
      > & { readonly at: Instant };
    }
  | { readonly type: 'slip-withdrawn'; readonly payload: { readonly at: Instant; readonly reason: string } }
  | { readonly type: 'slip-received'; readonly payload: { readonly at: Instant; readonly receivedOn: CivilDate } }
  | { readonly type: 'slip-answered'; readonly payload: { readonly at: Instant; readonly answer: string } }
  | { readonly type: 'slip-closed'; readonly payload: Ended }
  | { readonly type: 'slip-voided'; readonly payload: Ended };

/** Which command is taken where, and whose it is. */
export const SLIP_TRANSITIONS: Readonly<
  Record<SlipCommandKind, { readonly from: readonly SlipState[]; readonly by: 'commander' | 'owing' }>
> = {
  issue: { from: ['draft'], by: 'commander' },
  discard: { from: ['draft'], by: 'commander' },
  withdraw: { from: ['issued'], by: 'commander' },
  receive: { from: ['issued'], by: 'owing' },
  answer: { from: ['received'], by: 'owing' },
  close: { from: ['issued', 'received', 'answered'], by: 'commander' },
};

/** By which permission each is given. */
export const SLIP_PERMISSIONS = {
  issue: 'issueSlip',
  withdraw: 'withdrawSlip',
  discard: 'discardSlip',
  receive: 'receiveSlip',
  answer: 'answerSlip',
  close: 'closeSlip',
} as const satisfies Readonly<Record<SlipCommandKind, PermissionName>>;

/** What carries a slip forward, and so is a task of whoever gives it; to take it back or end it is the exception. */
export const SLIP_DEEDS: readonly SlipCommandKind[] = ['issue', 'receive', 'answer'];

/** When a command is decided, and what the tables know around it. */
export interface SlipMoment {
  readonly at: Instant;
  readonly actor: string | null;
  /** The other slips about the same date. */
  readonly others: readonly Slip[];
  /** What issuing puts on it: the next number, the day of the answer, who is late now. */
  readonly issue:
    (Pick<SlipDraft, 'lines'> & { readonly serial: number; readonly answerDate: CivilDate | null }) | null;
}

/** Which body commands the one that owes a date; null where the two are one office (a 直属党支部 under the committee) or none is above it. */
export function slipCommander(body: DeadlineBody, direct: boolean): SlipDraft['commander'] | null {
  if (body === 'branch') return direct ? 'committee' : 'organisation';
  return body === 'organisation' && !direct ? 'committee' : null;
}

/** The office that a slip is laid before, and the one that it is sent to. */
export function slipOffices(
  { commander, organisationId, branchId }: Pick<Slip, 'commander' | 'organisationId' | 'branchId'>,
  campaignId: string,
): { readonly commander: OfficeRef; readonly owing: OfficeRef; readonly partyGroup: OfficeRef } {
  const organisation = { bodyKind: 'organisation', bodyId: organisationId } as const;
  return {
    commander:
      commander === 'committee'
        ? { role: 'committee-officer', bodyKind: 'committee', bodyId: campaignId }
        : { role: 'organisation-officer', ...organisation },
    owing: branchId
      ? { role: 'branch-secretary', bodyKind: 'branch', bodyId: branchId }
      : { role: 'organisation-officer', ...organisation },
    partyGroup: { role: 'party-group-recorder', ...organisation },
  };
}

/** Whether this office may do this with the slip: only the body that commands orders, only the one that owes signs for it and answers. */
export function mayDoWithSlip(
  slip: Pick<Slip, 'commander' | 'organisationId' | 'branchId'>,
  kind: SlipCommandKind,
  { role, bodyId }: Pick<OfficeRef, 'role' | 'bodyId'>,
): boolean {
  const { commander, organisationId, branchId } = slip;
  const ofOrganisation = ORGANISATION.includes(role) && bodyId === organisationId;
  if (SLIP_TRANSITIONS[kind].by === 'commander') {
    return commander === 'committee' ? COMMITTEE.includes(role) : ofOrganisation;
  }
  return branchId ? SECRETARY.includes(role) && bodyId === branchId : ofOrganisation;
}

/** The commands that a slip takes now, whoever speaks them. */
export function slipCommands(slip: Slip, at: Instant, others: readonly Slip[]): SlipCommandKind[] {
  const kinds = Object.keys(SLIP_TRANSITIONS) as SlipCommandKind[];
  return kinds.filter(
    (kind) => SLIP_TRANSITIONS[kind].from.includes(slip.state) && !tooEarly(slip, kind, { at, others }),
  );
}

/** Decides a command on a slip; throws `transition-not-allowed`, `invalid-input` or a refusal of a stated date. */
export function decideSlip(slip: Slip, command: SlipCommand, moment: SlipMoment): SlipEvent[] {
  const { at, actor, issue } = moment;
  if (!SLIP_TRANSITIONS[command.kind].from.includes(slip.state)) {
    const details = { state: slip.state, command: command.kind, pointer: '/path/id' };
    throw new DomainError('transition-not-allowed', '督办单当前状态下不能办理此项', details);
  }
  const early = tooEarly(slip, command.kind, moment);
  if (early) throw new DomainError('transition-not-allowed', early, { command: command.kind, pointer: '/path/id' });
  switch (command.kind) {
    case 'issue': {
      if (!issue) throw new DomainError('internal', '签发没有编号', { deadlineId: slip.deadlineId });
      const { answerDate, lines } = issue;
      const serial = slip.serial ?? issue.serial;
      const serialYear = slip.serialYear ?? slipYear(at);
      const { documentNumber } = command;
      return [
        {
          type: 'slip-issued',
          payload: { at, serialYear, serial, documentNumber, issuedBy: actor, answerDate, lines },
        },
      ];
    }
    case 'discard': {
      const reason = textOf(command.reason, '/reason');
      return [{ type: 'slip-voided', payload: { at, ended: 'decided', reason } }];
    }
    case 'withdraw':
      return [{ type: 'slip-withdrawn', payload: { at, reason: textOf(command.reason, '/reason') } }];
    case 'receive':
      checkReceipt(slip, command.receivedOn, at);
      return [{ type: 'slip-received', payload: { at, receivedOn: command.receivedOn } }];
    case 'answer':
      return [{ type: 'slip-answered', payload: { at, answer: textOf(command.answer, '/answer') } }];
    case 'close': {
      const reason = textOf(command.reason, '/reason');
      return [{ type: 'slip-closed', payload: { at, ended: 'decided', reason } }];
    }
  }
}

/** The year that slips issued now are numbered in. */
export function slipYear(at: Instant): number {
  return Number(shanghaiDateOf(at).slice(0, 4));
}

/**
 * Whether the rung of a date lays a slip, given those about the date before: the next colour only where the former was
 * neither answered nor ended by decision. Former drafts that nobody issued give way to it.
 */
export function nextSlip(
  before: readonly (Pick<Slip, 'generation' | 'state' | 'ended'> & { readonly id: string })[],
  generation: number,
): { readonly isDrafted: boolean; readonly superseded: readonly string[] } {
  const isSettled = before.some(
    (slip) =>
      slip.generation === generation &&
      (slip.state === 'answered' || (slip.state === 'closed' && slip.ended === 'decided')),
  );
  const superseded = isSettled ? [] : before.filter(({ state }) => state === 'draft').map(({ id }) => id);
  return { isDrafted: !isSettled, superseded };
}

/** The end of a slip that nobody decided: a draft is void, one that is out is closed; null where it is over already. */
export function endSlip({ state }: Pick<Slip, 'state'>, ended: SlipEnd, at: Instant): SlipEvent | null {
  if (state === 'closed' || state === 'void') return null;
  return { type: state === 'draft' ? 'slip-voided' : 'slip-closed', payload: { at, ended, reason: null } };
}

/** The slip after one event of its stream; nothing but the events makes its row. */
export function evolveSlip(slip: Slip | null, event: SlipEvent): Slip {
  if (event.type === 'slip-drafted') {
    const { at: draftedAt, ...draft } = event.payload;
    return { ...draft, ...UNISSUED, state: 'draft', draftedAt, serialYear: null, serial: null, ...OPEN };
  }
  if (slip === null) throw new DomainError('internal', '督办单台账缺少拟单事件', { type: event.type });
  switch (event.type) {
    case 'slip-issued': {
      const { at: issuedAt, ...issued } = event.payload;
      return { ...slip, ...issued, state: 'issued', issuedAt, withdrawnBecause: null };
    }
    case 'slip-withdrawn':
      return { ...slip, ...UNISSUED, state: 'draft', withdrawnBecause: event.payload.reason };
    case 'slip-received':
      return { ...slip, state: 'received', receivedOn: event.payload.receivedOn };
    case 'slip-answered':
      return { ...slip, state: 'answered', answeredAt: event.payload.at, answer: event.payload.answer };
    case 'slip-closed':
    case 'slip-voided': {
      const { at: closedAt, ended, reason: endedBecause } = event.payload;
      return { ...slip, state: event.type === 'slip-closed' ? 'closed' : 'void', closedAt, ended, endedBecause };
    }
  }
}

const UNISSUED = { documentNumber: null, issuedAt: null, issuedBy: null, answerDate: null } as const;

const OPEN = {
  receivedOn: null,
  answeredAt: null,
  answer: null,
  withdrawnBecause: null,
  closedAt: null,
  ended: null,
  endedBecause: null,
} as const;

/** Why not yet: an answer is given only where the work is not done in time for it, the next colour issued only once it is missing. */
function tooEarly(slip: Slip, kind: SlipCommandKind, { at, others }: Pick<SlipMoment, 'at' | 'others'>): string | null {
  const today = shanghaiDateOf(at);
  const { answerDate } = slip;
  if (kind === 'answer' && answerDate !== null && today < answerDate) {
    return `${chineseDate(answerDate)}还没有办结的才须反馈；此前办结的，督办单自动销号`;
  }
  if (kind !== 'issue') return null;
  const awaited = others.find(
    (other) =>
      (other.state === 'issued' || other.state === 'received') &&
      other.answerDate !== null &&
      today <= other.answerDate,
  );
  if (!awaited?.answerDate) return null;
  return `上一张督办单的反馈期限（${chineseDate(awaited.answerDate)}）还没有过，不签发下一张`;
}

/** Signed for on a day from its issue to today. */
function checkReceipt({ issuedAt }: Slip, receivedOn: CivilDate, at: Instant): void {
  const pointer = '/receivedOn';
  const today = shanghaiDateOf(at);
  if (receivedOn > today) {
    const message = `签收日期（${chineseDate(receivedOn)}）晚于今天（${chineseDate(today)}）`;
    throw new DomainError('happened-in-future', message, { pointer });
  }
  const issuedOn = shanghaiDateOf(issuedAt ?? at);
  if (receivedOn < issuedOn) {
    const message = `签收日期（${chineseDate(receivedOn)}）早于签发日期（${chineseDate(issuedOn)}）`;
    throw new DomainError('happened-too-early', message, { pointer });
  }
}

function textOf(text: string, pointer: string): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new DomainError('invalid-input', '此项不能为空', { pointer });
  return trimmed;
}
