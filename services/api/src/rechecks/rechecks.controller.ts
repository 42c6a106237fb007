import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import {
  DomainError,
  draftingRoles,
  mayReadUnsigned,
  recheckBar,
  recheckCommands,
  type SpotCheckCommand,
} from '@app/domain';
import { DocumentEntity, listRechecks, barredRecheckers, RecheckEntity, type RecheckLine } from '@app/persistence';
import { Command, Id, Read, Speaking } from '../edge/decorators';
import { Documents } from '../process/documents';
import { Listing } from '../edge/listing';
import { type FoundRun, placeOf, Places } from '../process/places';
import { type HandOver, handOverDto } from '../process/remarks.dto';
import { runAnswerDto } from '../process/run-answer.dto';
import { RunCommands } from '../process/run-commands';
import { campaignOf, scopeOf } from '../edge/scope';
import type { Speaker } from '../edge/speaker';
import type { Stated } from '../edge/attribution.dto';
import { concludeDto, recheckDto, recheckPageDto, rechecksQueryDto, returnDto } from './rechecks.dto';

/** The rechecks of drawn branches (苏委工〔2020〕6号 三.4, 五.2). */
@Controller('rechecks')
export class RechecksController {
  constructor(
    private readonly commands: RunCommands,
    private readonly dataSource: DataSource,
    private readonly documents: Documents,
    private readonly places: Places,
  ) {}

  @Get()
  @Read('readRechecks', recheckPageDto)
  async list(
    @Query({ schema: rechecksQueryDto }) query: z.infer<typeof rechecksQueryDto>,
    @Speaking() speaker: Speaker,
  ) {
    const campaignId = campaignOf(speaker, query.campaignId);
    const { limit, cursor = null, spotCheckId, branchRunId } = query;
    const scope = scopeOf(speaker, campaignId);
    const asked = { campaignId, spotCheckId, branchRunId, scope };
    return new Listing({ limit, cursor }, async (m, page) => {
      const { items, nextCursor } = await listRechecks(m, { ...asked, page });
      return { items: await this.shown(m, speaker, { campaignId, lines: items }), nextCursor };
    });
  }

  @Get(':id')
  @Read('readRechecks', recheckDto)
  async read(@Id() id: string, @Speaking() speaker: Speaker): Promise<Omit<z.infer<typeof recheckDto>, 'names'>> {
    const { home } = await this.find(id);
    speaker.officeFor(home.place);
    const { campaignId } = home;
    const { manager } = this.dataSource;
    const asked = { campaignId, id, scope: scopeOf(speaker, campaignId), page: { limit: 1 } };
    const [line] = await this.shown(manager, speaker, {
      campaignId,
      lines: (await listRechecks(manager, asked)).items,
    });
    if (!line) throw missing();
    return line;
  }

  @Post(':id/conclude')
  @Command('concludeRecheck', runAnswerDto)
  conclude(
    @Id() id: string,
    @Body({ schema: concludeDto }) { digest, verdict, reason, ...stated }: z.infer<typeof concludeDto>,
    @Speaking() speaker: Speaker,
  ) {
    return this.send(speaker, { id, stated }, async (home) => {
      const found = { recheckId: id, digest, verdict };
      if (verdict !== 'overturned' || !reason) return { name: 'concludeRecheck', input: found };
      const kept = await this.documents.remark(speaker, home, { lines: [{ pointer: '', text: reason }] });
      return {
        name: 'concludeRecheck',
        input: { ...found, reasonId: kept.remarksId, reasonDigest: kept.digest },
      };
    });
  }

  @Post(':id/confirm')
  @Command('confirmRecheck', runAnswerDto)
  confirm(
    @Id() id: string,
    @Body({ schema: handOverDto }) { digest, ...stated }: HandOver,
    @Speaking() speaker: Speaker,
  ) {
    return this.send(speaker, { id, stated }, () =>
      Promise.resolve({ name: 'confirmRecheck', input: { recheckId: id, digest } }),
    );
  }

  @Post(':id/return')
  @Command('returnRecheck', runAnswerDto)
  return(
    @Id() id: string,
    @Body({ schema: returnDto }) { digest: sheetDigest, lines, ...stated }: z.infer<typeof returnDto>,
    @Speaking() speaker: Speaker,
  ) {
    return this.send(speaker, { id, stated }, async (home, { documentId }) => {
      const sheet = async (m: EntityManager) =>
        documentId === null ? undefined : (await m.findOneBy(DocumentEntity, { id: documentId }))?.body;
      const remarks = await this.documents.remark(speaker, home, { lines, returned: sheet });
      return { name: 'returnRecheck', input: { recheckId: id, sheetDigest, ...remarks } };
    });
  }

  private send(
    speaker: Speaker,
    { id, stated }: { readonly id: string; readonly stated: Stated },
    commandOn: (home: FoundRun, recheck: RecheckEntity) => Promise<SpotCheckCommand>,
  ) {
    return this.commands.onRun(speaker, async () => {
      const { recheck, home } = await this.find(id);
      const command = await commandOn(home, recheck);
      return { kind: 'spot-check', id: recheck.spotCheckId, ...command, stated, place: home.place };
    });
  }

  /** A recheck, and its spot check as the home of what is written about it: under the recheck's id, at its branch's place. */
  private async find(id: string): Promise<{ recheck: RecheckEntity; home: FoundRun }> {
    const recheck = await this.dataSource.manager.findOneBy(RecheckEntity, { id });
    if (!recheck) throw missing();
    const run = await this.places.run('spot-check', recheck.spotCheckId);
    const { place } = await this.places.branch(recheck.branchId);
    return { recheck, home: { ...run, id, place } };
  }

  /** Each line as the speaker may read it, with what he may say next; what is not confirmed yet is not for the assessed. */
  private async shown(
    m: EntityManager,
    speaker: Speaker,
    { campaignId, lines }: { readonly campaignId: string; readonly lines: readonly RecheckLine[] },
  ) {
    const assessorsOf = await barredRecheckers(m, lines);
    const { actor } = speaker.identity;
    return lines.map(({ organisationId, parentId, areaId, organisationKind, authorId: author, ...line }) => {
      const { branchId, year, concludedAt, proposedAt, recheckerId } = line;
      const place = placeOf({ campaignId, branchId, organisationId, parentId, areaId, organisationKind });
      const assessors = assessorsOf({ branchId, year });
      const ofBranch = speaker.isOfBranch(branchId);
      const open = concludedAt === null;
      const proposedBy = proposedAt === null ? null : recheckerId;
      const roles = speaker.officesSeeing(place).map(({ role }) => role);
      const reader = { roles, ofBranch, assessed: assessors.includes(actor) };
      const untold = open && !mayReadUnsigned('recheck-assessment', reader);
      const acting = speaker.officesAt(place);
      const may = acting.flatMap(({ role }) =>
        recheckCommands({ open, proposedBy, author, assessors, ofBranch }, { actor, office: role }),
      );
      const rechecks = open && acting.some(({ role }) => draftingRoles('recheck-assessment').includes(role));
      return {
        ...line,
        ...(untold && { documentId: null, recheckerId: null, proposedAt: null, reasonId: null }),
        allowedActions: [...new Set(may)],
        bar: rechecks ? recheckBar({ assessors, ofBranch }, actor) : null,
      };
    });
  }
}

function missing(): DomainError {
  return new DomainError('not-found', '没有这项复核', { pointer: '/path/id' });
}
