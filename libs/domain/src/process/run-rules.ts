import { DomainError } from '../errors';
import type { Role } from '../office/roles';
import type { Instant } from '../time/time';
import type { Attribution, Decision, OfficeRef, ProcessEvent } from './decision';
import type {
  CommandDefinition,
  CommandNameOf,
  DecisionOf,
  Ends,
  EndsByStep,
  EventDefinition,
  Heard,
  NewsDefinition,
  Process,
  RunTypes,
  StepOf,
  TopicOf,
} from './process';
import type { RunRevivedEvent } from './run-revival';

/** Where one run stands, and what the tables know around it; the validator does without the latter. */
export interface RunStanding<P extends RunTypes> {
  readonly setting: P['setting'];
  readonly state: P['state'];
  readonly lookup?: P['lookup'];
}

/** A command with who gives it. */
export interface AttributedCommand<P extends RunTypes> {
  readonly command: P['command'];
  readonly attribution: Attribution;
}

/** News with the instant it was sent. */
export interface ToldNews<P extends RunTypes> {
  readonly news: P['news'];
  readonly receivedAt: Instant;
}

/** What a run's stream may hold of the run itself. */
export type RecordedEvent<P extends RunTypes> = P['event'] | RunRevivedEvent;

/** The post that is waited for at a step; null where only the calendar, another run or the close of the round moves it on. */
export function officeAt<T, O extends string, S extends string>(
  process: {
    readonly steps: { readonly [step in S]: { readonly by: O | null } };
    readonly offices: { readonly [office in O]: { readonly postIn: (setting: T) => OfficeRef } };
  },
  step: S,
  setting: T,
): OfficeRef | null {
  const { by } = process.steps[step];
  return by === null ? null : process.offices[by].postIn(setting);
}

/** The roles from which a run takes a command; who holds them and in which scope is the API's guard. */
export function rolesFor<P extends RunTypes>(
  process: Process<P>,
  setting: P['setting'],
  name: CommandNameOf<P>,
): readonly Role[] {
  const { roles, rolesIn } = process.offices[process.commands[name].by];
  return rolesIn ? rolesIn(setting) : roles;
}

/**
 * Decides a command. Without `lookup` (validator) only what the state knows is checked; with it (local write) also what the
 * tables know, and what had expired before the command is recorded before it. Throws DomainError: `run-opening`,
 * `run-closed`, `wrong-step`, `forbidden`, and the codes named at each rule.
 */
export function decideCommand<P extends RunTypes>(
  process: Process<P>,
  run: RunStanding<P>,
  given: AttributedCommand<P>,
): DecisionOf<P> {
  const lapse = process.lapse?.({ ...run, at: given.attribution.receivedAt }) ?? null;
  if (lapse === null) return decideNow(process, run, given);
  const { setting } = run;
  const after = lapse.events.reduce<P['state']>(
    (state, event) => evolveRun(process, { setting, state }, event),
    run.state,
  );
  return joined(lapse, decideNow(process, { ...run, state: after }, given));
}

function decideNow<P extends RunTypes>(
  process: Process<P>,
  { setting, state, lookup }: RunStanding<P>,
  { command, attribution }: AttributedCommand<P>,
): DecisionOf<P> {
  const definition = process.commands[command.name as CommandNameOf<P>] as CommandDefinition<P>;
  const { step } = state;
  const reason = notGoing(process, state);
  if (reason) throw reason;
  const allowed = definition.at;
  if (!(allowed as readonly string[]).includes(step)) {
    throw new DomainError('wrong-step', '当前环节不能办理此项', { step, allowed });
  }
  const offices = rolesFor(process, setting, command.name as CommandNameOf<P>);
  if (!offices.includes(attribution.office)) {
    throw new DomainError('forbidden', '此项不由所任岗位办理', { office: attribution.office, offices });
  }
  return definition.decide({ setting, state, input: command.input, attribution, lookup });
}

/** Why a run takes no command at all, whichever: it has not begun (`run-opening`), or is over (`run-closed`); null while it goes. */
export function notGoing<P extends RunTypes>(
  { last, sayings, overDetails }: Process<P>,
  state: P['state'],
): DomainError | null {
  if (state.step === 'opening') return new DomainError('run-opening', sayings.opening);
  if (state.step === last) return new DomainError('run-closed', sayings.over, overDetails?.(state));
  return null;
}

/**
 * Takes in news from another run. News that does not fit the state (a recheck of a dissolved branch, a second registration)
 * changes nothing: the sender decided, the receiver records only what still concerns it.
 */
export function hearNews<P extends RunTypes>(
  process: Process<P>,
  { setting, state, lookup }: RunStanding<P>,
  { news, receivedAt: at }: ToldNews<P>,
): DecisionOf<P> {
  const { at: steps, hear } = process.news[news.topic as keyof Process<P>['news']] as NewsDefinition<P>;
  const concerns =
    state.step !== process.last && (steps === 'any' || (steps as readonly string[]).includes(state.step));
  return concerns ? hear({ setting, state, news: news as Heard<P>['news'], at, lookup }) : { events: [] };
}

/** The state after one more event; the only way a run's row and its workflow's state change. */
export function evolveRun<P extends RunTypes>(
  process: Process<P>,
  { setting, state }: RunStanding<P>,
  event: ProcessEvent,
): P['state'] {
  if (event.type === 'run-revived') return state;
  const definition = process.events[event.type as keyof Process<P>['events']] as EventDefinition<P>;
  const payload = event.payload as StepPayload<P>;
  const changed = definition.change?.(payload, state);
  const step = stepAfter(definition, payload, state);
  if (step === null) return { ...state, ...changed };
  return { ...state, step, since: payload.at, waitingOn: officeAt(process, step, setting), ...changed };
}

/** An event that leads to one of several steps names which, unless its definition picks it. */
type StepPayload<P extends RunTypes> = P['event']['payload'] & { readonly step?: StepOf<P> };

/** The step that an event leads to; null where the run stays. */
export function stepAfter<P extends RunTypes>(
  { to, pick, zh }: EventDefinition<P>,
  payload: StepPayload<P>,
  state: P['state'],
): StepOf<P> | null {
  const ends = endsOf<StepOf<P>>(to, state.step);
  const [only] = ends;
  if (only === undefined) return null;
  const step = ends.length === 1 ? only : pick ? pick(payload, state) : payload.step;
  if (step !== undefined && ends.includes(step)) return step;
  throw new Error(`“${zh}” leads to ${step}, which its definition does not name`);
}

/** The steps of which an event leads to one from where the run stands; none where it stays. */
export function endsOf<S extends string>(to: Ends<S>, from: S): readonly S[] {
  const ends = isByStep(to) ? (to[from] ?? null) : to;
  return ends === null ? [] : ([ends].flat() as S[]);
}

function isByStep<S extends string>(to: Ends<S>): to is EndsByStep<S> {
  return to !== null && typeof to === 'object' && !Array.isArray(to);
}

/** What had expired before a command is recorded before it. */
function joined<F extends ProcessEvent>(first: Decision<F>, second: Decision<F>): Decision<F> {
  return {
    events: [...first.events, ...second.events],
    deadlines: [...(first.deadlines ?? []), ...(second.deadlines ?? [])],
    notices: [...(first.notices ?? []), ...(second.notices ?? [])],
    documents: second.documents ?? [],
    effects: [...(first.effects ?? []), ...(second.effects ?? [])],
  };
}

/** Pairs a command of one kind of run with its rule, so that the rule can record no other events than are named. */
export function commandsOf<P extends RunTypes>() {
  return <N extends CommandNameOf<P>, T extends P['event']['type']>(
    definition: CommandDefinition<P, N, T>,
  ): CommandDefinition<P, N> => definition as unknown as CommandDefinition<P, N>;
}

/** Pairs news with its rule, likewise. */
export function newsOf<P extends RunTypes>() {
  return <K extends TopicOf<P>, T extends P['event']['type']>(
    definition: NewsDefinition<P, K, T>,
  ): NewsDefinition<P, K> => definition as unknown as NewsDefinition<P, K>;
}
