/** Checks the row of every opened run against the version and state that its workflow holds. */
import { type DataSource, type EntityTarget, type FindOptionsOrder, type FindOptionsWhere, MoreThan } from 'typeorm';
import type { RunEntity } from '../tables/run.entity';
import { anyDifference, type Findings, type Place, placeOf, streamPlace } from './findings';
import { readEvents } from './streams';

/** Version and state as a workflow holds them (no state in a new history nobody has asked for one), or null where it does not answer; closed ones answer, too. */
export type ReadWorkflow = (
  workflowId: string,
) => Promise<{ readonly version: number; readonly state: unknown } | null>;

const PAGE = 200;
const AT_ONCE = 10;
/** A run may be between its row and its workflow at the very moment of looking: looked at again, so often, so long after. */
const LOOKS = 5;
const LOOK_AGAIN_MS = 300;

/** Rows = what the workflows say, for every opened run; last those that do not answer. */
export async function checkWorkflows(
  dataSource: DataSource,
  findings: Findings,
  asked: {
    readonly readWorkflow: ReadWorkflow;
    readonly entities: readonly EntityTarget<RunEntity>[];
    readonly campaignId: string;
  },
): Promise<void> {
  const { readWorkflow, entities, campaignId } = asked;
  const silent: string[] = [];
  for (const entity of entities) {
    silent.push(...(await checkTable(dataSource, findings, { readWorkflow, entity, campaignId })));
  }
  for (const workflowId of silent) findings.fault('workflows', streamPlace(workflowId), '流程没有应答，未作比对');
}

async function checkTable<E extends RunEntity>(
  dataSource: DataSource,
  findings: Findings,
  table: { readonly readWorkflow: ReadWorkflow; readonly entity: EntityTarget<E>; readonly campaignId: string },
): Promise<string[]> {
  const { readWorkflow, entity, campaignId } = table;
  const silent: string[] = [];
  for (let after = ''; ;) {
    const rows = await dataSource.manager.find(entity, {
      where: { campaignId, id: MoreThan(after) } as FindOptionsWhere<E>,
      order: { id: 'ASC' } as FindOptionsOrder<E>,
      take: PAGE,
    });
    const last = rows.at(-1);
    if (!last) return silent;
    const opened = rows.filter(({ version }) => version > 0);
    for (let from = 0; from < opened.length; from += AT_ONCE) {
      const answers = await Promise.all(
        opened
          .slice(from, from + AT_ONCE)
          .map((row) => compareRow(dataSource, findings, { readWorkflow, entity, row })),
      );
      silent.push(...answers.flatMap((answer) => answer ?? []));
    }
    after = last.id;
  }
}

/** The workflow's id where it does not answer. */
async function compareRow<E extends RunEntity>(
  dataSource: DataSource,
  findings: Findings,
  compared: { readonly readWorkflow: ReadWorkflow; readonly entity: EntityTarget<E>; readonly row: E },
): Promise<string | null> {
  const { readWorkflow, entity } = compared;
  const { id, workflowId } = compared.row;
  let kept: RunEntity = compared.row;
  for (let look = 1; ; look += 1) {
    const held = await readWorkflow(workflowId);
    if (!held) return workflowId;
    const row = held.state === null ? { version: kept.version } : sideOf(kept);
    const fault = anyDifference(['行', row], ['流程', sideOf(held)]);
    if (fault === null || look === LOOKS) {
      findings.looked('workflows');
      if (fault) findings.fault('workflows', await endOf(dataSource, workflowId), fault);
      return null;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    kept = await dataSource.manager.findOneByOrFail(entity, { id } as FindOptionsWhere<E>);
  }
}

function sideOf({ version, state }: { readonly version: number; readonly state: unknown }) {
  return { version, ...(state as Record<string, unknown>) };
}

async function endOf(dataSource: DataSource, stream: string): Promise<Place> {
  const last = (await readEvents(dataSource.manager, stream)).at(-1);
  return last ? placeOf(last) : streamPlace(stream);
}
