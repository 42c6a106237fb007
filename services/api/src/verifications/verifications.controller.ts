import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import { DomainError, PERMISSIONS, type RecordFault } from '@app/domain';
import {
  beginVerification,
  CampaignEntity,
  endVerification,
  findStream,
  listVerifications,
  readVerification,
  type StreamLine,
  type VerificationLine,
} from '@app/persistence';
import { Clock } from '@app/platform';
import { Command, Id, Read, Speaking } from '../edge/decorators';
import { RequestKeys } from '../edge/keys/request-keys';
import { Listing } from '../edge/listing';
import { assertSeesWhole, campaignOf } from '../edge/scope';
import type { Speaker } from '../edge/speaker';
import {
  beginVerificationDto,
  verificationDto,
  verificationPageDto,
  verificationRefDto,
  verificationsQueryDto,
} from './verifications.dto';
import { Verifications } from './verifications.service';

/** So many streams with faults are called by what they are of; the others by their place alone. */
const NAMED_STREAMS = 50;

/** 核验: the record recomputed from its events, by whom and when, and what was found. */
@Controller('verifications')
export class VerificationsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly keys: RequestKeys,
    private readonly verifications: Verifications,
  ) {}

  @Get()
  @Read('readVerifications', verificationPageDto)
  list(
    @Query({ schema: verificationsQueryDto }) query: z.infer<typeof verificationsQueryDto>,
    @Speaking() speaker: Speaker,
  ) {
    const { limit, cursor = null } = query;
    const campaignId = campaignOf(speaker, query.campaignId);
    assertSeesWhole(speaker, campaignId);
    return new Listing({ limit, cursor }, async (m, page) => {
      const { items, nextCursor } = await listVerifications(m, { campaignId, page });
      return { items: items.map(toLine), nextCursor };
    });
  }

  @Get(':id')
  @Read('readVerifications', verificationDto)
  async read(@Id() id: string, @Speaking() speaker: Speaker): Promise<Omit<z.infer<typeof verificationDto>, 'names'>> {
    const { manager } = this.dataSource;
    const found = await readVerification(manager, id);
    if (!found) throw missing();
    const { campaignId, state, result, ...line } = found;
    assertSeesWhole(speaker, campaignId);
    const mayCancel = speaker
      .officesAt({ campaignId })
      .some(({ role }) => PERMISSIONS.cancelVerification.roles.includes(role));
    const subjects = await subjectsOf(manager, result?.faults ?? []);
    return {
      ...toLine({ ...line, campaignId, state }),
      checks: result ? [...result.checks] : [],
      found: (result?.faults ?? []).map((fault) => ({ ...fault, of: subjects.get(fault.stream) ?? null })),
      allowedActions: state === 'running' && mayCancel ? ['cancelVerification'] : [],
    };
  }

  @Post()
  @Command('beginVerification', verificationRefDto, 201)
  begin(
    @Body({ schema: beginVerificationDto }) body: z.infer<typeof beginVerificationDto>,
    @Speaking() speaker: Speaker,
  ) {
    const campaignId = campaignOf(speaker, body.campaignId);
    return this.keys.noting(speaker, { campaignId, id: campaignId }, async () => {
      speaker.officeFor({ campaignId });
      let begun: string | undefined;
      const answer = await this.keys.once(speaker.request, async (m) => {
        const startedBy = speaker.identity.actor;
        const asked = { campaignId, way: 'console', startedBy, now: this.clock.now() } as const;
        begun = await beginVerification(m, asked);
        return { id: begun };
      });
      if (begun === answer.id) {
        const { key } = await this.dataSource.manager.findOneByOrFail(CampaignEntity, { id: campaignId });
        this.verifications.start(begun, key);
      }
      return answer;
    });
  }

  @Post(':id/cancel')
  @Command('cancelVerification', verificationRefDto)
  async cancel(@Id() id: string, @Speaking() speaker: Speaker) {
    const found = await readVerification(this.dataSource.manager, id);
    if (!found) throw missing();
    const { campaignId } = found;
    return this.keys.noting(speaker, { campaignId, id }, async () => {
      speaker.officeFor({ campaignId });
      return this.keys.once(speaker.request, async (m) => {
        if (await endVerification(m, id, { state: 'cancelled', now: this.clock.now() })) return { id };
        throw new DomainError('transition-not-allowed', '这次核验已经结束', {});
      });
    });
  }
}

/** What the streams with faults are the record of. */
async function subjectsOf(m: EntityManager, faults: readonly RecordFault[]): Promise<Map<string, StreamLine>> {
  const subjects = new Map<string, StreamLine>();
  for (const stream of [...new Set(faults.map((fault) => fault.stream))].slice(0, NAMED_STREAMS)) {
    const found = await findStream(m, stream);
    if (found) {
      const { kind, organisationId, branchId, year, no, events, lastAt } = found;
      subjects.set(stream, { kind, organisationId, branchId, year, no, events, lastAt, stream });
    }
  }
  return subjects;
}

function toLine({ campaignId: _campaign, ...line }: VerificationLine) {
  return line;
}

function missing(): DomainError {
  return new DomainError('not-found', '没有这次核验', { pointer: '/path/id' });
}
