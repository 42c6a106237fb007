import { type Figures, quantile } from './figures';
import { openLoop } from './load';
import type { OpenSurveys } from './commands';
import type { Caller } from './system';

/** Of one session: the API admits no more. */
const PER_SESSION = 6;
/** Each turn is measured without and with listeners, so that a slow moment of the machine falls on both. */
const TURNS = 4;

interface Load {
  readonly listeners: number;
  /** In all, half of them while somebody listens. */
  readonly commands: number;
  readonly perSecond: number;
}

/** What listening costs those who command: p95 of the same commands, turn about without and with so many listeners. */
export async function measureListeners(surveys: OpenSurveys, load: Load): Promise<Figures> {
  const each = Math.floor(load.commands / (TURNS * 2 + 1));
  const measured = () => openLoop(surveys.take(each), load.perSecond);
  await measured(); // connections and code paths are warm
  const alone: number[] = [];
  const heard: number[] = [];
  let told = 0;
  for (let turn = 0; turn < TURNS; turn += 1) {
    alone.push(...(await measured()));
    const listening = await listen(surveys, load.listeners);
    heard.push(...(await measured()));
    told += listening.end();
  }
  const [without, along] = [quantile(alone, 0.95), quantile(heard, 0.95)];
  return {
    listeners: load.listeners,
    listeners_told: told,
    command_p95_alone_ms: without,
    command_p95_with_listeners_ms: along,
    listeners_p95_ratio: along / without,
  };
}

/** Opens so many streams of changes; `end` closes them and answers how many messages of changes they had. */
async function listen(surveys: OpenSurveys, listeners: number): Promise<{ readonly end: () => number }> {
  const stop = new AbortController();
  let told = 0;
  const callers: Caller[] = [];
  while (callers.length * PER_SESSION < listeners) callers.push(await surveys.signIn());
  const open = async (caller: Caller) => {
    const body = await caller.listen(`/campaigns/${surveys.campaignId}/changes`, stop.signal);
    void count(body, () => (told += 1)).catch(() => undefined); // ended by `stop`
  };
  await Promise.all(Array.from({ length: listeners }, (_, no) => open(callers[Math.floor(no / PER_SESSION)])));
  return {
    end: () => {
      stop.abort();
      return told;
    },
  };
}

async function count(body: ReadableStream<Uint8Array>, onChange: () => void): Promise<void> {
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    const text = decoder.decode(chunk, { stream: true });
    for (let at = text.indexOf('event: changed'); at >= 0; at = text.indexOf('event: changed', at + 1)) onChange();
  }
}
