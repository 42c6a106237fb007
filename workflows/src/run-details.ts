import { PHASE_TABLE, type Process, ROLE_DEFINITIONS, type RunTypes, type Step } from '@app/domain';

/** What an operator sees of a run in the stock tools: its stage, whom it waits for, since when. Offices, no persons: histories stay. */
export function detailsOf<P extends RunTypes>(process: Process<P>, state: P['state']): string {
  const { phase, zh, en } = stepOf(process, state);
  const office = state.waitingOn ? ROLE_DEFINITIONS[state.waitingOn.role].zh : '—';
  const stage =
    phase === null ? `${zh} ${en}` : `${PHASE_TABLE[phase].words.zh} ${PHASE_TABLE[phase].words.en} · ${zh}`;
  const shown = process.show ? `\n\n${process.show(state)}` : '';
  return `**${stage}**${shown}\n\n待办 waiting on: ${office}\n\n自 since: ${state.since}`;
}

/** By what the stock tools filter runs: the phase; of a run that goes through none, its kind. */
export function phaseOf<P extends RunTypes>(process: Process<P>, state: P['state']): string {
  return stepOf(process, state).phase ?? process.kind;
}

function stepOf<P extends RunTypes>({ steps }: Process<P>, { step }: P['state']): Step {
  return steps[step as keyof typeof steps];
}
