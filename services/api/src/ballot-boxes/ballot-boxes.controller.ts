import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { DomainError } from '@app/domain';
import { BallotBoxEntity, castBallot, enterBallotCount, idOf, inTransaction, issueBallotCodes } from '@app/persistence';
import { Answers, Command, Id, idSchema, Public, Speaking, WithoutKey } from '../http/decorators';
import { Places } from '../http/places';
import { type Plain, plainDto } from '../http/remarks.dto';
import { keyedRequest, RequestKeys } from '../http/request-keys';
import { runAnswerDto } from '../http/run-answer.dto';
import { RunCommands } from '../http/run-commands';
import type { Speaker } from '../http/speaker';
import { spokenFields } from '../http/spoken.dto';

const openDto = z
  .strictObject({ branchRunId: idSchema, mode: z.enum(['online', 'paper']), ...spokenFields })
  .meta({ id: 'OpenBallot' });
const group = z.strictObject({ members: z.int().min(0), masses: z.int().min(0) });
const countDto = z
  .strictObject({ cast: group, perQuestion: z.array(z.record(z.string(), z.int().min(0))).max(50) })
  .meta({ id: 'BallotCount' });
const castDto = z
  .strictObject({ code: z.string().max(40), answers: z.array(z.string().max(4)).max(50) })
  .meta({ id: 'CastBallot' });

@Controller('ballot-boxes')
export class BallotBoxesController {
  constructor(
    private readonly commands: RunCommands,
    private readonly dataSource: DataSource,
    private readonly places: Places,
    private readonly keys: RequestKeys,
  ) {}

  @Post()
  @Command('openBallot', z.any(), 201)
  async open(
    @Body({ schema: openDto }) { branchRunId, mode, ...stated }: z.infer<typeof openDto>,
    @Speaking() speaker: Speaker,
  ) {
    const { branchId } = await this.places.run('branch_runs', branchRunId, '/branchRunId');
    const [size] = await this.dataSource.query<{ members: number; masses: number }[]>(
      'SELECT members, masses FROM branches WHERE id = ?',
      [branchId],
    );
    const ballotBoxId = idOf(branchRunId, 'ballot-box', speaker.requestKey);
    const run = await this.commands.onRun(speaker, {
      table: 'branch_runs',
      id: branchRunId,
      name: 'openBallot',
      input: { ballotBoxId, mode, members: size?.members ?? 0, masses: size?.masses ?? 0 },
      stated,
    });
    if (mode === 'paper') return { run, ballotBoxId, codes: null };
    const codes = await inTransaction(this.dataSource, (m) => issueBallotCodes(m, ballotBoxId)).catch(
      (error: unknown) => {
        if (error instanceof DomainError && error.code === 'already-exists') return null;
        throw error;
      },
    );
    return { run, ballotBoxId, codes };
  }

  @Post(':id/close')
  @Command('closeBallot', runAnswerDto)
  async close(@Id() id: string, @Body({ schema: plainDto }) stated: Plain, @Speaking() speaker: Speaker) {
    const { branchRunId } = await this.box(id);
    const input = { ballotBoxId: id };
    return this.commands.onRun(speaker, { table: 'branch_runs', id: branchRunId, name: 'closeBallot', input, stated });
  }

  @Post(':id/counts')
  @Command('enterBallotCount', z.any())
  async count(
    @Id() id: string,
    @Body({ schema: countDto }) count: z.infer<typeof countDto>,
    @Speaking() speaker: Speaker,
  ) {
    const { branchRunId } = await this.box(id);
    const run = await this.places.run('branch_runs', branchRunId);
    return this.keys.noting(speaker, { campaignId: run.campaignId, id }, async () => {
      speaker.officeFor(run.place);
      const counter = speaker.identity.actor;
      return this.keys.once(keyedRequest(speaker, { id, count }), async (m) => ({
        counter: await enterBallotCount(m, { boxId: id, count, counter }),
      }));
    });
  }

  @Post(':id/ballots')
  @Public()
  @WithoutKey()
  @Answers(z.any())
  @HttpCode(204)
  async cast(@Body({ schema: castDto }) { code, answers }: z.infer<typeof castDto>): Promise<void> {
    await inTransaction(this.dataSource, (m) => castBallot(m, code, answers));
  }

  private async box(id: string): Promise<BallotBoxEntity> {
    const box = await this.dataSource.manager.findOneBy(BallotBoxEntity, { id });
    if (!box) throw new DomainError('not-found', '没有这个测评箱', { pointer: '/path/id' });
    return box;
  }
}
