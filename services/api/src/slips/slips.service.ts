import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  DomainError,
  type Instant,
  mayDoWithSlip,
  type SlipCommand,
  type SlipCommandKind,
  SLIP_PERMISSIONS,
  slipCommands,
} from '@app/domain';
import { keepSlip, listSlips, SlipEntity, type SlipLine, slipsAbout, DeadlineEntity } from '@app/persistence';
import { Clock } from '@app/platform';
import { Listing } from '../edge/listing';
import { ProgrammeTime } from '../edge/programme-time';
import { requestIdOf } from '../edge/keys/keyed-request';
import { RequestKeys } from '../edge/keys/request-keys';
import { campaignOf, slipSightOf } from '../edge/scope';
import type { Office, Speaker } from '../edge/speaker';
import { Places } from '../process/places';
import type { SlipsQuery } from './slips.dto';

/** The register of slips: each command once per key, in one transaction with its event and notices. */
@Injectable()
export class Slips {
  constructor(
    private readonly dataSource: DataSource,
    private readonly places: Places,
    private readonly keys: RequestKeys,
    private readonly time: ProgrammeTime,
    private readonly clock: Clock,
  ) {}

  async list(speaker: Speaker, query: SlipsQuery) {
    const { limit, cursor = null, year, organisationId, runId, colour, state } = query;
    const campaignId = campaignOf(speaker, query.campaignId);
    const filter = { campaignId, year, organisationId, runId, colour, state };
    const now = await this.time.now(campaignId);
    const asked = { filter, sight: slipSightOf(speaker, campaignId), now };
    return new Listing({ limit, cursor }, async (m, page) => {
      const { items, nextCursor } = await listSlips(m, { ...asked, page });
      return { items: await withActions(m, speaker, { lines: items, now }), nextCursor };
    });
  }

  async read(speaker: Speaker, id: string) {
    const { campaignId } = await this.found(id);
    const now = await this.time.now(campaignId);
    const sight = slipSightOf(speaker, campaignId);
    const { manager } = this.dataSource;
    const { items } = await listSlips(manager, { filter: { campaignId, id }, sight, now, page: { limit: 1 } });
    const [line] = await withActions(manager, speaker, { lines: items, now });
    if (!line) throw notFound();
    return line;
  }

  /** One command on one slip, by the office that commands or the one that owes. */
  async keep(speaker: Speaker, slipId: string, command: SlipCommand) {
    const slip = await this.found(slipId);
    const { campaignId } = slip;
    return this.keys.noting(speaker, { campaignId, id: slipId }, async () => {
      const office = await this.officeFor(speaker, slip, command.kind);
      const recordedAt = await this.time.now(campaignId);
      const { request } = speaker;
      return this.keys.once(request, async (m) => {
        const { id, state, version, serial } = await keepSlip(m, {
          slipId,
          command,
          actor: speaker.identity.actor,
          office: office.role,
          operationKey: requestIdOf(request),
          recordedAt,
          writtenAt: this.clock.now(),
        });
        return { id, state, version, serial };
      });
    });
  }

  private async found(id: string): Promise<SlipEntity> {
    const slip = await this.dataSource.manager.findOneBy(SlipEntity, { id });
    if (!slip) throw notFound();
    return slip;
  }

  /** `not-in-scope` where none of his offices contains the body, `forbidden` where another's is the one. */
  private async officeFor(speaker: Speaker, slip: SlipEntity, kind: SlipCommandKind): Promise<Office> {
    const office = speaker.offices.find(
      (held) => held.campaignId === slip.campaignId && mayDoWithSlip(slip, kind, held),
    );
    if (office) return office;
    const { runId } = await this.dataSource.manager.findOneByOrFail(DeadlineEntity, { id: slip.deadlineId });
    speaker.officeFor((await this.places.run(await this.places.kindOf(runId), runId)).place);
    throw new DomainError('forbidden', '此项不由所任岗位办理', { permission: speaker.permission });
  }
}

async function withActions(
  m: EntityManager,
  speaker: Speaker,
  { lines, now }: { readonly lines: readonly SlipLine[]; readonly now: Instant },
) {
  const about = await slipsAbout(
    m,
    lines.map(({ deadlineId }) => deadlineId),
  );
  return lines.map((line) => {
    const others = about.filter(({ deadlineId, id }) => deadlineId === line.deadlineId && id !== line.id);
    const kinds = slipCommands(line, now, others).filter((kind) =>
      speaker.acting.some((office) => mayDoWithSlip(line, kind, office)),
    );
    const {
      campaignId: _campaign,
      programmeVersion: _programme,
      generation: _generation,
      ...shown
    } = line as SlipLine & Partial<SlipEntity>;
    return { ...shown, allowedActions: kinds.map((kind) => SLIP_PERMISSIONS[kind]) };
  });
}

function notFound(): DomainError {
  return new DomainError('not-found', '没有这张督办单', { pointer: '/path/id' });
}
