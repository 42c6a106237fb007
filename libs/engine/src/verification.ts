import { setImmediate as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { type Instant, type Verification, VERIFICATION_BEAT_MS } from '@app/domain';
import {
  countEventsToVerify,
  endVerification,
  type EngineReader,
  keepVerification,
  verifyCampaign,
} from '@app/persistence';

/** What a verification works with: connections, three at most, whom it asks of the engine, and real time. */
export interface VerificationWorld {
  readonly dataSource: DataSource;
  readonly reader: EngineReader;
  readonly now: () => Instant;
}

/** It was cancelled, or taken for dead. */
class NoLongerWanted extends Error {}

/**
 * Carries out a verification that was begun, part by part with room for others between, and keeps how far it came, so that
 * anybody sees that it lives; ends with what it found, or with null where somebody cancelled it.
 */
export async function runVerification(
  { dataSource, reader, now }: VerificationWorld,
  { id, campaignKey }: { readonly id: string; readonly campaignKey: string },
): Promise<Verification | null> {
  const { manager } = dataSource;
  let [events, streams, isWanted] = [0, 0, true];
  const keep = async () => {
    isWanted = isWanted && (await keepVerification(manager, id, { events, streams }));
  };
  const goOn = () => {
    if (!isWanted) throw new NoLongerWanted();
  };
  const asking =
    <T>(ask: (workflowId: string) => Promise<T>) =>
    (workflowId: string) => {
      goOn();
      return ask(workflowId);
    };
  const beat = setInterval(() => void keep().catch(() => undefined), VERIFICATION_BEAT_MS); // a database that is away ends the work itself
  try {
    await countEventsToVerify(manager, id);
    await keep();
    goOn();
    const result = await verifyCampaign(
      dataSource,
      {
        state: asking(reader.state),
        status: asking(reader.status),
        async onPart(part) {
          streams += part.length;
          events += part.reduce((sum, stream) => sum + stream.events.length, 0);
          await pause();
          goOn();
        },
      },
      campaignKey,
    );
    await keep();
    const state = result.faults.length === 0 ? 'sound' : 'faulty';
    return (await endVerification(manager, id, { state, result, now: now() })) ? result : null;
  } catch (error) {
    if (error instanceof NoLongerWanted) return null;
    await endVerification(manager, id, { state: 'broken-off', now: now() }).catch(() => undefined);
    throw error;
  } finally {
    clearInterval(beat);
  }
}
