import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';

Runtime.install({ logger: new DefaultLogger('ERROR') });

interface Recorded {
  readonly workflowId: string;
  readonly history: { readonly events: readonly { readonly eventType: string }[] };
}

const FOLDER = join(__dirname, 'histories');
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .sort();
const bundle = readFileSync(join(__dirname, '../../dist/workflow-bundle.js'), 'utf8');

/** The same workflows with one local write made an errand: what `patched` would have been for. */
const WRITE = 'write.executeWithOptions';
const broken = bundle.replace(WRITE, 'errands.tell.executeWithOptions');

describe('histories of every release', () => {
  it('are there for every kind of run, closed and open', () => {
    const recorded = files.map(load);
    const kinds = new Set(recorded.map(({ workflowId }) => workflowId.split(':')[0]));
    expect([...kinds].sort()).toEqual(['branch', 'campaign', 'deadlines', 'organisation', 'spot-check']);
    const closed = recorded.filter(({ history }) => history.events.at(-1)?.eventType === COMPLETED);
    expect(closed.length).toBeGreaterThan(0);
    expect(closed.length).toBeLessThan(recorded.length);
  });

  it.each(files)('%s replays on the present code, whole and cut at every third of its tasks', async (file) => {
    const recorded = load(file);
    await expect(replay(bundle, recorded)).resolves.toBeUndefined();
    for (const cut of cuts(recorded)) await expect(replay(bundle, cut)).resolves.toBeUndefined();
  });

  it('catches a change that breaks determinism, in closed and in cut histories', async () => {
    expect(bundle.includes(WRITE)).toBe(true);
    const branch = files.map(load).find(({ workflowId }) => workflowId.startsWith('branch:')) as Recorded;
    await expect(replay(broken, branch)).rejects.toThrow(/determinism/i);
    for (const cut of cuts(branch)) await expect(replay(broken, cut)).rejects.toThrow(/determinism/i);
  });
});

const COMPLETED = 'EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED';
const TASK_COMPLETED = 'EVENT_TYPE_WORKFLOW_TASK_COMPLETED';

function load(file: string): Recorded {
  return JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Recorded;
}

/** An open history says nothing of what comes after its end: so each is also ended after some of its tasks. */
function cuts({ workflowId, history: { events } }: Recorded): Recorded[] {
  const ends = events.flatMap(({ eventType }, at) => (eventType === TASK_COMPLETED ? [at + 1] : []));
  return [1, 2]
    .map((third) => ends[Math.floor((ends.length * third) / 3)])
    .filter((end) => end !== undefined)
    .map((end) => ({ workflowId, history: { events: events.slice(0, end) } }));
}

/** Runs the workflow's code against a history; rejects where the two do not say the same. */
async function replay(code: string, { workflowId, history }: Recorded): Promise<void> {
  await Worker.runReplayHistory({ workflowBundle: { code } }, historyFromJSON(history), workflowId);
}
