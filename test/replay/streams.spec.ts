import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endsOf, evolveRun, type Process, processOf, RUN_KINDS, type RunKind, type RunTypes } from '@app/domain';

/** A stream of a released system: the run's own events, each with the state after it; the last is the state of its row. */
interface Recorded {
  readonly kind: RunKind;
  readonly setting: RunTypes['setting'];
  readonly events: readonly Lived[];
}

interface Lived {
  readonly type: string;
  readonly payload: RunTypes['event']['payload'];
  readonly state: RunTypes['state'];
}

const FOLDER = join(__dirname, 'streams');
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .sort();
const recorded = files.map((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Recorded);

/** What no rehearsal brings about. A new event, or a new end of one, is recorded or stands here. */
const UNRECORDED = [
  'branch-run: branch-run-opened → listing',
  'branch-run: assessment-returned → building',
  'branch-run: assessment-returned → rectifying',
  'branch-run: assessment-disputed → assessing',
  'branch-run: review-returned → review-writing',
  'branch-run: pass-lost → plan-writing',
  'organisation-run: organisation-plan-returned → planning',
  'organisation-run: conclusions-submitted → registered',
  'organisation-run: decision-recorded → assessing',
  'organisation-run: filing-date-lost → (stays)',
  'spot-check: recheck-overturn-returned → (stays)',
];

describe('streams of every release', () => {
  it.each(files.map((file, at) => [file, recorded[at]] as const))('%s: every event leads where it led', (_, stream) => {
    expect(fold(processOf(stream.kind), stream)).toEqual(stream.events);
  });

  it('hold every event of every kind of run, with all its ends, but these', () => {
    const held = new Set(recorded.flatMap(endsIn));
    expect(RUN_KINDS.flatMap(endsOfKind).filter((end) => !held.has(end))).toEqual(UNRECORDED);
  });

  it.each(recordedTypes())('of %s catch that %s leads elsewhere', (kind, type) => {
    const process = processOf(kind);
    const changed = { ...process, events: { ...process.events, [type]: elsewhere(process, type) } };
    const own = recorded.filter((stream) => stream.kind === kind);
    expect(own.map((stream) => fold(changed, stream))).not.toEqual(own.map(({ events }) => events));
  });
});

describe('the digest that an event holds', () => {
  /** Digests of what is no document: verified as draws, filings and recognitions. */
  const OF_LISTS = ['draw-population-frozen', 'filing-sent', 'recognition-recorded'];

  it('stands beside the key of its document, by which the verifier finds it', () => {
    const unfound = recorded
      .flatMap(({ events }) => events)
      .filter(({ payload }) => 'digest' in payload)
      .filter(({ payload }) => !['documentId', 'remarksId', 'reasonId'].some((key) => key in payload))
      .map(({ type }) => type);
    expect([...new Set(unfound)].sort()).toEqual(OF_LISTS);
  });
});

/** What the definition makes of the events, as JSON has it. */
function fold(process: Process, { setting, events }: Recorded): Lived[] {
  let state = process.unopened;
  const lived = events.map(({ type, payload }) => {
    state = evolveRun(process, { setting, state }, { type, payload });
    return { type, payload, state };
  });
  return JSON.parse(JSON.stringify(lived)) as Lived[];
}

/** The steps that an event may lead to, from whichever it leaves. */
function stepsAfter({ events, steps }: Process, type: string): readonly string[] {
  const to = events[type]?.to ?? null;
  return [...new Set(Object.keys(steps).flatMap((from) => endsOf(to, from)))];
}

function endsOfKind(kind: RunKind): string[] {
  const process = processOf(kind);
  return Object.keys(process.events).flatMap((type) => {
    const steps = stepsAfter(process, type);
    return (steps.length === 0 ? [STAYS] : steps).map((step) => `${kind}: ${type} → ${step}`);
  });
}

function endsIn({ kind, events }: Recorded): string[] {
  const process = processOf(kind);
  return events.map(({ type, state }, at) => {
    const from = (events[at - 1]?.state ?? process.unopened).step;
    const leads = endsOf(process.events[type]?.to ?? null, from).length > 0;
    return `${kind}: ${type} → ${leads ? state.step : STAYS}`;
  });
}

const STAYS = '(stays)';

function recordedTypes(): [RunKind, string][] {
  return RUN_KINDS.flatMap((kind) => {
    const own = recorded.filter((stream) => stream.kind === kind);
    const types = own.flatMap(({ events }) => events.map(({ type }) => type));
    return [...new Set(types)].map((type): [RunKind, string] => [kind, type]);
  });
}

/** The event's definition with an end that it has not. */
function elsewhere(process: Process, type: string): Process['events'][string] {
  const ends = stepsAfter(process, type);
  const to = Object.keys(process.steps).find((step) => !ends.includes(step)) ?? null;
  return { ...process.events[type], to };
}
