import { organisationOf } from './officeholders';
import type { RoundView } from './quiet';
import type { SlipView } from './reads';
import { SLIP_ENDED, UNANSWERED } from './script';
import { say, type Stage } from './stage';

/** What is done with a slip at one moment, by the permission that offers it. */
interface SlipAct {
  readonly login: string;
  readonly verb: 'issue' | 'receive' | 'answer' | 'close';
  readonly offeredAs: string;
  readonly body: object;
}

/** 督办单: issued by who commands, signed for and answered by who owes; each moves once in a moment, the oldest first. */
export async function actOnSlips(stage: Stage, rounds: readonly RoundView[]): Promise<void> {
  for (const slip of (await stage.reads.slips()).reverse()) {
    const code = codeOf(slip, rounds);
    const act = code === undefined ? null : actOn(stage, slip, code);
    if (!act) continue;
    const { login, verb, offeredAs, body } = act;
    const path = `/slips/${slip.id}`;
    const { allowedActions } = await stage.api.get<SlipView>(login, path);
    if (allowedActions.includes(offeredAs)) await say(stage, login, { path: `${path}/${verb}`, subject: slip, body });
  }
}

function actOn({ officeholders, moment }: Stage, slip: SlipView, code: string): SlipAct | null {
  const { state, kind, rung, year, issuedAt, receivedOn } = slip;
  const matter = `${year}/${kind}/${code}/${rung}`;
  const superior = officeholders.superior(organisationOf(code));
  const commander = slip.commander === 'committee' ? officeholders.committee[0] : superior;
  const owing = slip.branchId === null ? superior : officeholders.secretary(code);
  const { on, at } = moment;
  if (matter === SLIP_ENDED.slip && on === SLIP_ENDED.on && state === 'received') {
    return { login: commander, verb: 'close', offeredAs: 'closeSlip', body: { reason: SLIP_ENDED.reason } };
  }
  if (state === 'draft') {
    // laid before this moment, at an instant that a keeper at speed does not choose
    return { login: commander, verb: 'issue', offeredAs: 'issueSlip', body: {} };
  }
  if (state === 'issued' && issuedAt !== null && issuedAt < at) {
    return { login: owing, verb: 'receive', offeredAs: 'receiveSlip', body: { receivedOn: on } };
  }
  if (state === 'received' && receivedOn !== null && receivedOn < on && !UNANSWERED.includes(matter)) {
    const body = { answer: '样例：已列入本周工作安排，抓紧补办' };
    return { login: owing, verb: 'answer', offeredAs: 'answerSlip', body };
  }
  return null;
}

/** Of the body that owes, where its round is open. */
function codeOf({ branchId, organisationId }: SlipView, rounds: readonly RoundView[]): string | undefined {
  if (branchId === null) {
    return rounds.flatMap(({ organisations }) => organisations).find((run) => run.organisationId === organisationId)
      ?.organisationCode;
  }
  return rounds.flatMap(({ branches }) => branches).find((run) => run.branchId === branchId)?.branchCode;
}
