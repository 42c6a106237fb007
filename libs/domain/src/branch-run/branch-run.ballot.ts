import { DomainError } from '../errors';
import { checkOther } from '../office/separation';
import type { BranchAsked, BranchDecision } from './branch-run.types';

/** The box is empty: on line its codes are made now, on paper its counts are entered later. */
export function openBallot({
  input: { ballotBoxId, mode },
  attribution: { receivedAt: at },
  lookup,
}: BranchAsked<'openBallot'>): BranchDecision<'ballot-opened'> {
  const { members, masses } = lookup?.size ?? { members: 0, masses: 0 };
  return { events: [{ type: 'ballot-opened', payload: { at, ballotBoxId, mode, members, masses } }] };
}

/** The tally is counted from the box; a paper tally needs two different counters who agree (苏委工〔2020〕6号 三.4). */
export function closeBallot({
  state,
  input: { ballotBoxId },
  attribution: { receivedAt: at, actor },
  lookup,
}: BranchAsked<'closeBallot'>): BranchDecision<'ballot-closed'> {
  if (ballotBoxId !== state.ballotBoxId) {
    throw new DomainError('ballot-closed', '这不是正在进行的测评', { current: state.ballotBoxId });
  }
  const box = lookup?.ballot;
  if (box && box.mode === 'paper') {
    if (!box.firstCounter) throw new DomainError('ballot-numbers-impossible', '第一计票人尚未录入计票结果');
    checkOther([box.firstCounter], actor, '计票结果须由录入人以外的人确认');
    if (!box.secondCounter) throw new DomainError('ballot-numbers-impossible', '第二计票人尚未录入计票结果');
    if (!box.countsAgree) throw new DomainError('ballot-numbers-impossible', '两次计票结果不一致');
  }
  return {
    events: box
      ? [
          {
            type: 'ballot-closed',
            payload: {
              at,
              ballotBoxId,
              tally: box.tally,
              counters: box.mode === 'paper' ? [box.firstCounter ?? '', actor] : [actor],
            },
          },
        ]
      : [],
    deadlines: [{ action: 'meet', kind: 'ballot', submittedAt: at }],
  };
}
