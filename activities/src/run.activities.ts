import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type RunAnswer, type RunWrite, writeNameOf } from '@app/contracts';
import {
  checkRoundGoes,
  decideCommand,
  hearNews,
  recordRevival,
  RUN_KINDS,
  type RunKind,
  type RunTypes,
} from '@app/domain';
import { joinRound, runOperation } from '@app/persistence';
import type { Clock } from '@app/platform';
import { BRANCH_RUN_ROWS } from './branch-run.rows';
import { CAMPAIGN_ROWS } from './campaign.rows';
import { CLOCK } from './clock';
import { ORGANISATION_RUN_ROWS } from './organisation-run.rows';
import type { RowsOfRun } from './run-rows';
import { RightOfWay } from './right-of-way';
import { answerOf, operationOf } from './run-write';
import { SPOT_CHECK_ROWS } from './spot-check.rows';

/** The rows of every kind of run; a kind without a line does not compile. */
const ROWS = {
  'branch-run': BRANCH_RUN_ROWS,
  'organisation-run': ORGANISATION_RUN_ROWS,
  campaign: CAMPAIGN_ROWS,
  'spot-check': SPOT_CHECK_ROWS,
} as const satisfies Readonly<Record<RunKind, object>>;

/** The local write of every kind of run. */
@Injectable()
export class RunActivities {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RightOfWay) private readonly way: RightOfWay,
  ) {}

  /** Opens the run, records a command or takes in news: one transaction, once per operation key. */
  async write(kind: RunKind, input: RunWrite): Promise<RunAnswer<{ readonly step: string }>> {
    const written = () => this.writeOnce(kind, input);
    return input.what.kind === 'command' ? this.way.command(written) : written();
  }

  private async writeOnce(kind: RunKind, input: RunWrite): Promise<RunAnswer<{ readonly step: string }>> {
    const { table, lookUp, records, roundOf, deadlineHomeOf } = ROWS[kind] as unknown as RowsOfRun<RunTypes>;
    const { process } = table;
    const { what, operationKey } = input;
    const writtenAt = this.clock.now();
    const attribution = what.kind === 'command' ? what.attribution : null;
    let kept: object | undefined;
    const outcome = await runOperation(this.dataSource, {
      ...operationOf(input, writtenAt),
      table,
      decide: async (m, entity) => {
        if (what.kind === 'revive') return recordRevival(what.at, what.revival);
        const { setting, state } = entity;
        const found = await lookUp(m, { setting, state, entity, what });
        kept = found.kept;
        const { lookup } = found;
        if (what.kind === 'open') return process.open({ setting, at: what.at, lookup });
        if (what.kind === 'news') return hearNews(process, { setting, state, lookup }, what.message);
        const decision = decideCommand(process, { setting, state, lookup }, what);
        if (roundOf) checkRoundGoes(await joinRound(m, roundOf(setting)), roundOf(setting));
        return decision;
      },
      made: () => kept,
      ...(deadlineHomeOf && { deadlineHome: deadlineHomeOf }),
      record: async (m, { state, entity }, { type, payload }) => {
        const { setting } = entity;
        await records[type]?.(m, { setting, state, entity, kept, attribution, operationKey, writtenAt }, payload);
      },
    });
    const { before: _, ...whole } = outcome;
    return answerOf(process.unopened, input.whole ? whole : outcome);
  }

  /** By the name under which each kind's workflow calls it. */
  byName(): Record<string, (input: RunWrite) => Promise<RunAnswer<{ readonly step: string }>>> {
    return Object.fromEntries(RUN_KINDS.map((kind) => [writeNameOf(kind), (input) => this.write(kind, input)]));
  }
}
