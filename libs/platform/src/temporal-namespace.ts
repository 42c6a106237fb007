import type { Connection } from '@temporalio/client';

/** Ten years: a workflow id that the engine forgets could be started twice. */
const retentionSeconds = 87_600 * 3600;

/** The search attributes an operator can list runs by, with their types as the `temporal` command line names them. */
export const searchAttributeTypes = {
  DuibiaoCampaign: 'Keyword',
  DuibiaoYear: 'Int',
  DuibiaoOrganisation: 'Keyword',
  DuibiaoPhase: 'Keyword',
  DuibiaoDueAt: 'Datetime',
} as const;

/** The engine's numbers for those types (temporal.api.enums.v1.IndexedValueType). */
const indexedValueTypes = { Keyword: 2, Int: 3, Datetime: 6 } as const;

const alreadyExists = 6;
const notFound = 5;

/** The gRPC status an engine call failed with, wherever the client wrapped it. */
function statusOf(error: unknown): number | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'number') return cause.code;
  }
  return undefined;
}

async function unless(status: number, call: Promise<unknown>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (error) {
    if (statusOf(error) === status) return false;
    throw error;
  }
}

/**
 * Makes sure that the namespace exists with its retention and search attributes, and that the engine answers
 * for it; safe to repeat. A namespace just registered is known to every part of the engine after a second or so.
 */
export async function prepareNamespace(connection: Connection, namespace: string): Promise<void> {
  const { workflowService, operatorService } = connection;
  const retention = { seconds: retentionSeconds as unknown as Long, nanos: 0 };
  const exists = await unless(notFound, workflowService.describeNamespace({ namespace }));
  if (exists) {
    const { config } = await workflowService.describeNamespace({ namespace });
    if (Number(config?.workflowExecutionRetentionTtl?.seconds ?? 0) !== retentionSeconds) {
      await workflowService.updateNamespace({ namespace, config: { workflowExecutionRetentionTtl: retention } });
    }
  } else {
    await unless(
      alreadyExists,
      workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: retention }),
    );
  }
  await until(async () => {
    const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
    const missing = Object.entries(searchAttributeTypes).filter(([name]) => !(name in (customAttributes ?? {})));
    if (missing.length > 0) {
      const searchAttributes = Object.fromEntries(missing.map(([name, type]) => [name, indexedValueTypes[type]]));
      await unless(alreadyExists, operatorService.addSearchAttributes({ namespace, searchAttributes }));
    }
    await workflowService.countWorkflowExecutions({ namespace, query: "DuibiaoPhase = 'none' AND DuibiaoYear = 0" });
  });
}

/** Repeats a call every 100 ms until it succeeds, for at most 30 s; then its last error. */
async function until(call: () => Promise<void>): Promise<void> {
  for (let left = 300; ; left -= 1) {
    try {
      return await call();
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
