import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { BALLOT_MODES, ballotFloors, DomainError, type Programme, publicTally } from '@app/domain';
import {
  type BallotCodes,
  BallotBoxEntity,
  boxOfCode,
  BranchEntity,
  BranchRunEntity,
  castBallot,
  CODES_SHOWN_BEFORE,
  enterBallotCount,
  idOf,
  inTransaction,
  isDatabaseAway,
  issueBallotCodes,
  programmeOf,
  reissueBallotCodes,
  returnedBallots,
} from '@app/persistence';
import { Clock } from '@app/platform';
import { Answers, Command, Id, idSchema, Public, Read, ShownOnce, Speaking, WithoutKey } from '../edge/decorators';
import { itemRequest, requestIdOf } from '../edge/keys/keyed-request';
import { namesDto } from '../edge/paging';
import { Places } from '../process/places';
import { type Plain, plainDto } from '../process/remarks.dto';
import { ProgrammeTime } from '../edge/programme-time';
import { RequestKeys } from '../edge/keys/request-keys';
import { runAnswerDto } from '../process/run-answer.dto';
import { RunCommands } from '../process/run-commands';
import type { Speaker } from '../edge/speaker';
import { attributionFields } from '../edge/attribution.dto';

const openDto = z
  .strictObject({ branchRunId: idSchema, mode: z.enum(BALLOT_MODES), ...attributionFields })
  .meta({ id: 'OpenBallot' });
const group = z.strictObject({ members: z.int().min(0), masses: z.int().min(0) });
const countDto = z
  .strictObject({ cast: group, perQuestion: z.array(z.record(z.string(), z.int().min(0))).max(50) })
  .meta({ id: 'BallotCount' });
const castDto = z
  .strictObject({ code: z.string().max(40), answers: z.array(z.string().max(4)).max(50) })
  .meta({ id: 'CastBallot' });

const codesDto = z.object({ members: z.array(z.string()), masses: z.array(z.string()) }).nullable();
const openedDto = z.object({ run: runAnswerDto, ballotBoxId: z.string(), codes: codesDto, notice: z.string() }).meta({
  id: 'OpenedBallot',
  description:
    'codes: one shuffled sheet, answered once and never kept; null where it was answered before or the ballot is on paper; notice says which in words; a lost sheet: POST /api/v1/ballot-boxes/{id}/reissue',
});
const groupCounts = z.object({ members: z.int(), masses: z.int() });
const reissuedDto = z
  .object({
    ballotBoxId: z.string(),
    sheet: z.int(),
    voided: groupCounts,
    spent: groupCounts,
    codes: codesDto,
    notice: z.string(),
  })
  .meta({
    id: 'ReissuedBallotCodes',
    description:
      'voided: codes of earlier sheets that no longer count; spent ones stay. codes: answered once, as at the opening',
  });
const reissueDto = z.strictObject({}).meta({ id: 'ReissueBallotCodes' });
const counterDto = z.object({ counter: z.enum(['first', 'second']) }).meta({ id: 'BallotCounter' });
const askedFields = {
  questions: z.array(z.string()),
  questionsEn: z.array(z.string()),
  scale: z.array(z.object({ code: z.string(), name: z.string(), nameEn: z.string() })),
};
const boxDto = z
  .object({
    id: z.string(),
    branchRunId: z.string(),
    mode: z.enum(BALLOT_MODES),
    members: z.int(),
    masses: z.int(),
    openedAt: z.string(),
    closedAt: z.string().nullable(),
    sheets: z.int(),
    returned: z.int().nullable(),
    firstCounterId: z.string().nullable(),
    secondCounterId: z.string().nullable(),
    names: namesDto,
    ...askedFields,
    tally: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({
    id: 'BallotBox',
    description:
      'returned: ballots cast on line so far, null below the smallest group and on paper; firstCounterId, secondCounterId: who entered a count of a paper ballot',
  });

const byCodeDto = z.strictObject({ code: z.string().max(40) }).meta({ id: 'BallotCode' });
const paperDto = z
  .object({
    ballotBoxId: z.string(),
    branchName: z.string(),
    year: z.int(),
    ...askedFields,
  })
  .meta({
    id: 'BallotPaper',
    description: 'what the holder of a code is asked, and about which branch; nothing of him',
  });

const CAST_OR_NOT = '未能确认这张票是否已经投出；请用同一测评码再投一次，如提示已使用，即已计入';

const GIVEN_OUT = '测评码只显示这一次，请妥善保管并随机发放';

/** 党员群众测评 (苏委工〔2020〕6号 三.4): anonymous; what is shown below the smallest group is only met or not met. */
@Controller('ballot-boxes')
export class BallotBoxesController {
  constructor(
    private readonly commands: RunCommands,
    private readonly dataSource: DataSource,
    private readonly places: Places,
    private readonly keys: RequestKeys,
    private readonly time: ProgrammeTime,
    private readonly clock: Clock,
  ) {}

  @Get(':id')
  @Read('readBallotBox', boxDto)
  async read(@Id() id: string, @Speaking() speaker: Speaker): Promise<Omit<z.infer<typeof boxDto>, 'names'>> {
    const found = await this.box(id);
    const { branchRunId, mode, members, masses, openedAt, closedAt, campaignId } = found;
    const run = await this.places.run('branch-run', branchRunId);
    speaker.officeFor(run.place);
    const programme = await programmeOf(this.dataSource.manager, campaignId);
    const { ballot, ballotBoxId } = run.state;
    const isCounted = closedAt !== null && ballotBoxId === id; // while it is open the run still holds an earlier one's tally
    const tally = ballot && isCounted ? { ...publicTally(ballot, ballotFloors(programme)) } : null;
    const { sheets, firstCounterId, secondCounterId } = found;
    const returned = mode === 'online' ? await returnedBallots(this.dataSource.manager, id, programme) : null;
    const box = { id, branchRunId, mode, members, masses, openedAt, closedAt, sheets, firstCounterId, secondCounterId };
    return { ...box, returned, ...asked(programme), tally };
  }

  /** 测评表 by the code alone, in the body since addresses are kept in many places: whoever holds one sees what it asks. */
  @Post('by-code')
  @Public()
  @WithoutKey()
  @Answers(paperDto)
  @HttpCode(200)
  async paper(@Body({ schema: byCodeDto }) { code }: z.infer<typeof byCodeDto>): Promise<z.infer<typeof paperDto>> {
    const { manager } = this.dataSource;
    const { id: ballotBoxId, branchRunId, campaignId } = await boxOfCode(manager, code);
    const { branchId, year } = await manager.findOneByOrFail(BranchRunEntity, { id: branchRunId });
    const { name: branchName } = await manager.findOneByOrFail(BranchEntity, { id: branchId });
    return { ballotBoxId, branchName, year, ...asked(await programmeOf(manager, campaignId)) };
  }

  @Post()
  @Command('openBallot', openedDto, 201)
  @ShownOnce(withoutCodes)
  async open(
    @Body({ schema: openDto }) { branchRunId, mode, ...stated }: z.infer<typeof openDto>,
    @Speaking() speaker: Speaker,
  ) {
    const ballotBoxId = idOf(branchRunId, 'ballot-box', requestIdOf(speaker.request));
    const run = await this.commands.onRun(speaker, {
      kind: 'branch-run',
      id: branchRunId,
      name: 'openBallot',
      input: { ballotBoxId, mode },
      stated,
      pointer: '/branchRunId',
    });
    if (mode === 'paper') return { run, ballotBoxId, codes: null, notice: '纸质测评没有测评码' };
    return { run, ballotBoxId, ...(await this.firstSheet(ballotBoxId)) };
  }

  @Post(':id/reissue')
  @Command('reissueBallotCodes', reissuedDto)
  @ShownOnce(withoutCodes)
  async reissue(
    @Id() boxId: string,
    @Body({ schema: reissueDto }) _body: z.infer<typeof reissueDto>,
    @Speaking() speaker: Speaker,
  ) {
    const { branchRunId, campaignId } = await this.box(boxId);
    const { place } = await this.places.run('branch-run', branchRunId);
    return this.keys.noting(speaker, { campaignId, id: boxId }, async () => {
      const office = speaker.officeFor(place).role;
      const request = itemRequest(speaker.request, 'sheet', { boxId });
      const { actor } = speaker.identity;
      const operationKey = requestIdOf(request);
      const recordedAt = await this.time.now(campaignId);
      let fresh: BallotCodes | null = null;
      const kept = await this.keys.once(request, async (m) => {
        const writtenAt = this.clock.now();
        const { codes, ...counts } = await reissueBallotCodes(m, {
          ...{ boxId, actor, office, operationKey, recordedAt, writtenAt },
        });
        fresh = codes;
        return { ballotBoxId: boxId, ...counts };
      });
      return { ...kept, codes: fresh, notice: fresh ? GIVEN_OUT : CODES_SHOWN_BEFORE };
    });
  }

  @Post(':id/close')
  @Command('closeBallot', runAnswerDto)
  close(@Id() id: string, @Body({ schema: plainDto }) stated: Plain, @Speaking() speaker: Speaker) {
    return this.commands.onRun(speaker, async () => {
      const { branchRunId } = await this.box(id);
      return { kind: 'branch-run', id: branchRunId, name: 'closeBallot', input: { ballotBoxId: id }, stated };
    });
  }

  @Post(':id/counts')
  @Command('enterBallotCount', counterDto)
  async count(
    @Id() id: string,
    @Body({ schema: countDto }) count: z.infer<typeof countDto>,
    @Speaking() speaker: Speaker,
  ) {
    const { branchRunId } = await this.box(id);
    const run = await this.places.run('branch-run', branchRunId);
    return this.keys.noting(speaker, { campaignId: run.campaignId, id }, async () => {
      speaker.officeFor(run.place);
      const counter = speaker.identity.actor;
      return this.keys.once(speaker.request, async (m) => ({
        counter: await enterBallotCount(m, { boxId: id, count, counter }),
      }));
    });
  }

  @Post(':id/ballots')
  @Public()
  @WithoutKey()
  @HttpCode(204)
  async cast(@Id() id: string, @Body({ schema: castDto }) { code, answers }: z.infer<typeof castDto>): Promise<void> {
    try {
      await inTransaction(this.dataSource, async (m) => {
        if ((await castBallot(m, code, answers)) === id) return;
        throw new DomainError('ballot-code-unknown', '测评码无效', { pointer: '/code' });
      });
    } catch (error) {
      throw isDatabaseAway(error) ? new DomainError('outcome-unknown', CAST_OR_NOT, {}) : error;
    }
  }

  /** The sheet, once; whoever asks again under the same key, at once too, is told in words that it was shown. */
  private async firstSheet(boxId: string): Promise<{ codes: BallotCodes | null; notice: string }> {
    try {
      return { codes: await inTransaction(this.dataSource, (m) => issueBallotCodes(m, boxId)), notice: GIVEN_OUT };
    } catch (error) {
      if (error instanceof DomainError && error.code === 'already-exists')
        return { codes: null, notice: CODES_SHOWN_BEFORE };
      throw error;
    }
  }

  private async box(id: string): Promise<BallotBoxEntity> {
    const box = await this.dataSource.manager.findOneBy(BallotBoxEntity, { id });
    if (!box) throw new DomainError('not-found', '没有这个测评箱', { pointer: '/path/id' });
    return box;
  }
}

function asked({ scoreSheet: { ballot } }: Programme) {
  const { questions, questionsEn, scale } = ballot;
  return {
    questions: [...questions],
    questionsEn: [...questionsEn],
    scale: scale.map(({ code, name, nameEn }) => ({ code, name, nameEn })),
  };
}

/** What is kept of an answer that showed a sheet of codes: that it was shown. */
function withoutCodes({ codes }: { readonly codes: BallotCodes | null }): object {
  return codes ? { codes: null, notice: CODES_SHOWN_BEFORE } : {};
}
