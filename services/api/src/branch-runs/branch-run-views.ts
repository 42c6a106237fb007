import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { blockingGates, mayReadUnsigned, maySeeSurveyClass, type Place, warningGates } from '@app/domain';
import {
  branchRunLines,
  confirmingOffice,
  deadlinesOfRun,
  explainBranchRun,
  gateOutcomes,
  lightsOfRuns,
  listDocuments,
  newestDocuments,
  openOverturns,
  type Overturn,
  type PageRequest,
  ProblemEntity,
  programmeOf,
  readTimeline,
  type TimelineLine,
} from '@app/persistence';
import { Clock } from '@app/platform';
import { allowedActions, allowedProblemActions, onlyAsLateEntry } from '../process/allowed-actions';
import { Listing } from '../edge/listing';
import { readableLines, readsUnsigned } from '../process/papers';
import { type FoundRun, Places } from '../process/places';
import { ProgrammeTime } from '../edge/programme-time';
import type { Speaker } from '../edge/speaker';

/** Everything about one branch run, for whoever's office contains its branch. */
@Injectable()
export class BranchRunViews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly places: Places,
    private readonly time: ProgrammeTime,
  ) {}

  async one(speaker: Speaker, id: string) {
    const run = await this.seen(speaker, id);
    const now = await this.time.now(run.campaignId);
    const [line] = await branchRunLines(this.dataSource.manager, [id], now);
    if (!line) throw new Error(`the run ${id} is on no list`);
    const roles = speaker.officesSeeing(run.place).map(({ role }) => role);
    const { problems, ballotBoxId, ballot, recheckId, assessors, warnings, concludedAt, registeredAt, struck } =
      run.state;
    const overturn = await knownOverturn(this.dataSource.manager, speaker, run);
    const actions = await allowedActions(this.dataSource.manager, speaker, { run, now });
    return {
      ...line,
      ...(overturn && { waitingOn: confirmingOffice(overturn) }),
      surveyClass: maySeeSurveyClass(roles) ? line.surveyClass : null,
      problems,
      ballotBoxId,
      isBalloted: ballot !== null,
      recheckId,
      documents: newestDocuments(readableLines(speaker, run.place, await listDocuments(this.dataSource.manager, id))),
      assessors,
      warnings,
      concludedAt,
      registeredAt,
      struck,
      allowedActions: actions,
      lateEntryActions: onlyAsLateEntry(actions, { run, now }),
    };
  }

  async explain(speaker: Speaker, id: string) {
    const { place } = await this.seen(speaker, id);
    const { manager } = this.dataSource;
    const overturn = await knownOverturn(manager, speaker, { id, place });
    return explainBranchRun(manager, { runId: id, overturn }, this.clock.now());
  }

  /** The gates as the write will ask them. */
  async readiness(speaker: Speaker, id: string) {
    const run = await this.seen(speaker, id);
    const { manager } = this.dataSource;
    const { setting, state } = run;
    const programme = await programmeOf(manager, run.campaignId);
    const gates = await gateOutcomes(manager, { setting, state, programme }, state.assessors);
    return {
      gates,
      missing: blockingGates(gates).map(({ gate }) => gate),
      warnings: warningGates(gates).map(({ gate }) => gate),
    };
  }

  async timeline(speaker: Speaker, id: string, page: PageRequest) {
    const { workflowId, place } = await this.seen(speaker, id);
    const roles = speaker.officesSeeing(place).map(({ role }) => role);
    const reader = { roles, ofBranch: speaker.isOfBranch(place.branchId), assessed: false };
    const isSigner = roles.includes('inspector') || mayReadUnsigned('superior-assessment', reader);
    const isWhole = maySeeSurveyClass(roles);
    return new Listing(page, async (m, part) => {
      const { items, nextCursor } = await readTimeline(m, workflowId, part);
      const shown = isSigner ? items : items.map(withoutUnsigned);
      return { items: isWhole ? shown : shown.map(withoutSurveyClass), nextCursor };
    });
  }

  async documents(speaker: Speaker, id: string) {
    const { place } = await this.seen(speaker, id);
    return whole(readableLines(speaker, place, await listDocuments(this.dataSource.manager, id)));
  }

  async deadlines(speaker: Speaker, id: string) {
    const { campaignId } = await this.seen(speaker, id);
    return whole(await deadlinesOfRun(this.dataSource.manager, id, await this.time.now(campaignId)));
  }

  /** The problems of the branch, those of earlier rounds among them. */
  async problems(speaker: Speaker, id: string) {
    const { branchId, campaignId, place } = await this.seen(speaker, id);
    const { manager } = this.dataSource;
    const rows = await manager.find(ProblemEntity, {
      where: { branchId: branchId ?? '' },
      order: { openedYear: 'ASC', id: 'ASC' },
    });
    const problemIds = rows.map((problem) => problem.id);
    const lights = await lightsOfRuns(manager, problemIds, await this.time.now(campaignId));
    const actions = await allowedProblemActions(
      manager,
      speaker,
      rows.map((row) => ({ ...row, place })),
    );
    return whole(
      rows.map(({ campaignId: _campaign, programmeVersion: _programme, ...problem }, at) => ({
        ...problem,
        light: lights.get(problem.id) ?? null,
        allowedActions: actions[at] ?? [],
      })),
    );
  }

  private async seen(speaker: Speaker, id: string): Promise<FoundRun<'branch-run'>> {
    const run = await this.places.run('branch-run', id);
    speaker.officeFor(run.place);
    return run;
  }
}

/** The overturn of this run that waits for a second person; what is not confirmed yet is not for the assessed. */
async function knownOverturn(
  m: EntityManager,
  speaker: Speaker,
  { id, place }: { readonly id: string; readonly place: Place },
): Promise<Overturn | null> {
  const [overturn = null] = await openOverturns(m, { branchRunId: id });
  return overturn && (await readsUnsigned(m, speaker, { place, branchRunId: id })) ? overturn : null;
}

/** The event as its branch may read it: 先进/中间/后进 is not for branches (苏委工〔2020〕6号 二). */
function withoutSurveyClass(line: TimelineLine): TimelineLine {
  const { surveyClass: _class, ...payload } = line.payload;
  return { ...line, payload };
}

/** The first of two signatures says nothing of the sheet to whom it is not shown yet; the conclusion says it. */
function withoutUnsigned(line: TimelineLine): TimelineLine {
  if (line.type !== 'assessment-signed' && line.type !== 'assessment-disputed') return line;
  const { at, assessor } = line.payload;
  return { ...line, payload: { at, assessor } };
}

/** A list that always comes whole, in the shape of a page. */
function whole<T>(items: readonly T[]) {
  return { items, nextCursor: null };
}
