import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError, type InputFault, type ProblemCommand, type ProblemSource, shanghaiDateOf } from '@app/domain';
import { idOf, keepProblem, listProblems, ProblemEntity, type ProblemLine, programmeOf } from '@app/persistence';
import { Clock } from '@app/platform';
import { allowedProblemActions } from '../process/allowed-actions';
import { Listing } from '../edge/listing';
import { placeOf, Places } from '../process/places';
import { ProgrammeTime } from '../edge/programme-time';
import { requestIdOf } from '../edge/keys/keyed-request';
import { RequestKeys } from '../edge/keys/request-keys';
import { campaignOf, scopeOf } from '../edge/scope';
import type { Speaker } from '../edge/speaker';
import type { ProblemEntry, ProblemsQuery } from './problems.dto';

/** Lines as they are entered together: from where they come, and where their first stands in the request. */
interface Entering {
  readonly lines: readonly ProblemEntry[];
  readonly source: ProblemSource;
  readonly pointer: (at: number) => string;
}

/** The problem register: each command once per key, in one transaction with its event. */
@Injectable()
export class Problems {
  constructor(
    private readonly dataSource: DataSource,
    private readonly places: Places,
    private readonly keys: RequestKeys,
    private readonly time: ProgrammeTime,
    private readonly clock: Clock,
  ) {}

  /** The register, each line with what the speaker may do with it. */
  async list(speaker: Speaker, query: ProblemsQuery) {
    const { limit, cursor = null, openedYear, branchId, organisationId, state, light } = query;
    const campaignId = campaignOf(speaker, query.campaignId);
    const mandatory = query.mandatory === undefined ? undefined : query.mandatory === 'true';
    const filter = { campaignId, openedYear, branchId, organisationId, state, mandatory, light };
    const asked = { filter, scope: scopeOf(speaker, campaignId), now: await this.time.now(campaignId) };
    return new Listing({ limit, cursor }, async (m, page) => {
      const { items, nextCursor } = await listProblems(m, { ...asked, page });
      return { items: await withActions(m, speaker, items), nextCursor };
    });
  }

  /** Enters lines, all or none; `invalid-input` names each line whose dimension or indicator the score sheet lacks. */
  async enter(speaker: Speaker, { lines, source, pointer }: Entering): Promise<{ ids: string[] }> {
    const places = await Promise.all(
      lines.map(({ branchId }, at) => this.places.branch(branchId, `${pointer(at)}/branchId`)),
    );
    const campaignId = places[0]?.place.campaignId ?? '';
    const { request } = speaker;
    return this.keys.noting(speaker, { campaignId, id: lines[0]?.branchId ?? null }, async () => {
      const offices = places.map(({ place }) => speaker.officeFor(place));
      await this.checkAgainstSheet(campaignId, lines, pointer);
      const recordedAt = await this.time.now(campaignId);
      const openedYear = Number(shanghaiDateOf(recordedAt).slice(0, 4));
      return this.keys.once(request, async (m) => {
        const ids: string[] = [];
        for (const [at, line] of lines.entries()) {
          const id = idOf(line.branchId, 'problem', requestIdOf(request), at);
          const write = {
            problemId: id,
            campaignId,
            programmeVersion: places[at]?.programmeVersion ?? '',
            command: { kind: 'enter', id, openedYear, source, ...line } as const,
            actor: speaker.identity.actor,
            office: offices[at]?.role ?? '',
            operationKey: requestIdOf(request),
            recordedAt,
            writtenAt: this.clock.now(),
          };
          await keepProblem(m, write).catch((error: unknown) => {
            throw refusedAt(pointer(at), error);
          });
          ids.push(id);
        }
        return { ids };
      });
    });
  }

  /** One command on one line. */
  async keep(speaker: Speaker, id: string, command: (at: string) => ProblemCommand) {
    const problem = await this.dataSource.manager.findOneBy(ProblemEntity, { id });
    if (!problem) throw new DomainError('not-found', '没有这条问题', { pointer: '/path/id' });
    const { campaignId, programmeVersion } = problem;
    const { place } = await this.places.branch(problem.branchId);
    return this.keys.noting(speaker, { campaignId, id }, async () => {
      const office = speaker.officeFor(place);
      const recordedAt = await this.time.now(campaignId);
      const said = command(recordedAt);
      const { request } = speaker;
      return this.keys.once(request, async (m) => {
        const { branchId, state, version } = await keepProblem(m, {
          problemId: id,
          campaignId,
          programmeVersion,
          command: said,
          actor: speaker.identity.actor,
          office: office.role,
          operationKey: requestIdOf(request),
          recordedAt,
          writtenAt: this.clock.now(),
        });
        const [actions = []] = await allowedProblemActions(m, speaker, [{ id, branchId, place, state }]);
        return { id, state, version, allowedActions: actions };
      });
    });
  }

  private async checkAgainstSheet(
    campaignId: string,
    lines: readonly ProblemEntry[],
    pointer: (at: number) => string,
  ): Promise<void> {
    const { dimensions } = (await programmeOf(this.dataSource.manager, campaignId)).scoreSheet;
    const errors = lines.flatMap(({ dimension, indicator }, at): InputFault[] => {
      const found = dimensions.find(({ id }) => id === dimension);
      if (!found) {
        const message = `评估表没有方面 ${dimension}`;
        return [{ pointer: `${pointer(at)}/dimension`, code: 'unknown-dimension', message }];
      }
      if (indicator === null || found.indicators.some(({ id }) => id === indicator)) return [];
      const message = `方面 ${dimension} 没有指标 ${indicator}`;
      return [{ pointer: `${pointer(at)}/indicator`, code: 'unknown-indicator', message }];
    });
    if (errors.length > 0) throw new DomainError('invalid-input', errors[0]?.message ?? '', { errors });
  }
}

async function withActions(m: EntityManager, speaker: Speaker, lines: readonly ProblemLine[]) {
  const placed = lines.map((line) => ({ ...line, place: placeOf(line) }));
  const actions = await allowedProblemActions(m, speaker, placed);
  return lines.map(
    ({ campaignId: _campaign, parentId: _parent, areaId: _area, organisationKind: _kind, ...line }, at) => ({
      ...line,
      allowedActions: actions[at] ?? [],
    }),
  );
}

/** A refusal of one line, as it stands in the request that enters several. */
function refusedAt(pointer: string, error: unknown): unknown {
  if (!(error instanceof DomainError) || pointer === '') return error;
  const { pointer: field = '', ...details } = error.details;
  return new DomainError(error.code, error.message, { ...details, pointer: `${pointer}${String(field)}` });
}
