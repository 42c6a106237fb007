import { Body, Controller, Post } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { DomainError, type ProblemCommand } from '@app/domain';
import { idOf, keepProblem, ProblemEntity } from '@app/persistence';
import { Clock } from '@app/platform';
import { allowedProblemActions } from '../http/allowed-actions';
import { Command, Id, idSchema, Speaking } from '../http/decorators';
import { Places } from '../http/places';
import { ProgrammeTime } from '../http/programme-time';
import { keyedRequest, requestIdOf, RequestKeys } from '../http/request-keys';
import type { Speaker } from '../http/speaker';
import { civilDate } from '../http/spoken.dto';

const lineDto = z.strictObject({
  branchId: idSchema,
  dimension: z.string().max(8),
  indicator: z.string().max(12).nullable().default(null),
  description: z.string().trim().min(1).max(2000),
  mandatory: z.boolean().default(false),
});
const importDto = z.strictObject({ items: z.array(lineDto).min(1).max(200) }).meta({ id: 'ImportProblems' });
const planDto = z
  .strictObject({ measure: z.string().trim().min(1).max(2000), ownerId: idSchema, dueDate: civilDate })
  .meta({ id: 'PlanProblem' });
const remarkDto = z.strictObject({ remark: z.string().trim().max(2000).default('') }).meta({ id: 'VerifyProblem' });
const reasonDto = z.strictObject({ reason: z.string().trim().min(1).max(2000) }).meta({ id: 'RaiseProblem' });
const answerDto = z.strictObject({ answer: z.string().trim().min(1).max(2000) }).meta({ id: 'AnswerProblem' });

const sendBackDto = z.strictObject({ remark: z.string().trim().min(1).max(2000) }).meta({ id: 'SendBackProblem' });
const enteredDto = z.object({ ids: z.array(z.string()) }).meta({ id: 'EnteredProblems' });
const problemAnswerDto = z
  .object({ id: z.string(), state: z.string(), version: z.int(), allowedActions: z.array(z.string()) })
  .meta({ id: 'ProblemAnswer' });

/** 问题台账: every line from entry to 销号, closed by another person than its owner (苏委工〔2020〕6号 三.3). */
@Controller('problems')
export class ProblemsController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly places: Places,
    private readonly keys: RequestKeys,
    private readonly time: ProgrammeTime,
    private readonly clock: Clock,
  ) {}

  @Post()
  @Command('enterProblem', enteredDto, 201)
  enter(@Body({ schema: lineDto }) line: z.infer<typeof lineDto>, @Speaking() speaker: Speaker) {
    return this.enterAll(speaker, [line], 'self');
  }

  @Post('import')
  @Command('importProblems', enteredDto)
  import(@Body({ schema: importDto }) { items }: z.infer<typeof importDto>, @Speaking() speaker: Speaker) {
    return this.enterAll(speaker, items, 'check-up');
  }

  @Post(':id/plan')
  @Command('planProblem', problemAnswerDto)
  plan(@Id() id: string, @Body({ schema: planDto }) body: z.infer<typeof planDto>, @Speaking() speaker: Speaker) {
    return this.keep(speaker, id, () => ({ kind: 'plan', ...body }));
  }

  @Post(':id/close')
  @Command('closeProblem', problemAnswerDto)
  close(@Id() id: string, @Body({ schema: remarkDto }) body: z.infer<typeof remarkDto>, @Speaking() speaker: Speaker) {
    return this.keep(speaker, id, (closedAt) => ({
      kind: 'close',
      verifierId: speaker.identity.actor,
      remark: body.remark,
      closedAt,
    }));
  }

  @Post(':id/send-back')
  @Command('sendBackProblem', problemAnswerDto)
  sendBack(
    @Id() id: string,
    @Body({ schema: sendBackDto }) { remark }: z.infer<typeof sendBackDto>,
    @Speaking() speaker: Speaker,
  ) {
    return this.keep(speaker, id, () => ({ kind: 'send-back', verifierId: speaker.identity.actor, remark }));
  }

  @Post(':id/raise')
  @Command('raiseProblem', problemAnswerDto)
  raise(@Id() id: string, @Body({ schema: reasonDto }) body: z.infer<typeof reasonDto>, @Speaking() speaker: Speaker) {
    return this.keep(speaker, id, () => ({ kind: 'raise', ...body }));
  }

  @Post(':id/answer')
  @Command('answerProblem', problemAnswerDto)
  answer(@Id() id: string, @Body({ schema: answerDto }) body: z.infer<typeof answerDto>, @Speaking() speaker: Speaker) {
    return this.keep(speaker, id, () => ({ kind: 'answer', ...body }));
  }

  private async enterAll(speaker: Speaker, lines: z.infer<typeof lineDto>[], source: 'check-up' | 'self') {
    const request = keyedRequest(speaker, lines);
    const places = await Promise.all(lines.map(({ branchId }) => this.places.branch(branchId)));
    const recordedAt = await this.time.now(places[0]?.place.campaignId ?? '');
    return this.keys.once(request, async (m) => {
      const ids: string[] = [];
      for (const [at, line] of lines.entries()) {
        const { place, programmeVersion } = places[at];
        const office = speaker.officeFor(place);
        const id = idOf(line.branchId, 'problem', requestIdOf(request), at);
        await keepProblem(m, {
          problemId: id,
          campaignId: place.campaignId,
          programmeVersion,
          command: { kind: 'enter', id, openedYear: Number(recordedAt.slice(0, 4)), source, ...line },
          actor: speaker.identity.actor,
          office: office.role,
          operationKey: requestIdOf(request),
          recordedAt,
          writtenAt: this.clock.now(),
        });
        ids.push(id);
      }
      return { ids };
    });
  }

  private async keep(speaker: Speaker, id: string, command: (at: string) => ProblemCommand) {
    const problem = await this.dataSource.manager.findOneBy(ProblemEntity, { id });
    if (!problem) throw new DomainError('not-found', '没有这条问题', { pointer: '/path/id' });
    const { place } = await this.places.branch(problem.branchId);
    const recordedAt = await this.time.now(problem.campaignId);
    return this.keys.noting(speaker, { campaignId: problem.campaignId, id }, async () => {
      const office = speaker.officeFor(place);
      const said = command(recordedAt);
      const request = keyedRequest(speaker, { id, said });
      return this.keys.once(request, async (m) => {
        const row = await keepProblem(m, {
          problemId: id,
          campaignId: problem.campaignId,
          programmeVersion: problem.programmeVersion,
          command: said,
          actor: speaker.identity.actor,
          office: office.role,
          operationKey: requestIdOf(request),
          recordedAt,
          writtenAt: this.clock.now(),
        });
        const { state, version } = row;
        return { id, state, version, allowedActions: allowedProblemActions(speaker, place, state) };
      });
    });
  }
}
