import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import type { AskedRequest } from '../edge/asked-request';
import { Answers, Permit, Public, Speaking, WithoutKey } from '../edge/decorators';
import { SESSION_COOKIE, tokenIn } from '../edge/session.guard';
import { Sessions } from '../edge/sessions';
import type { Speaker } from '../edge/speaker';

const loginDto = z.strictObject({ login: z.string().max(80), password: z.string().max(200) }).meta({ id: 'Login' });
const sessionDto = z.object({ token: z.string(), personId: z.string().nullable() }).meta({ id: 'Session' });

const currentDto = z
  .object({
    account: z.object({ login: z.string(), personId: z.string().nullable(), sample: z.boolean() }).nullable(),
  })
  .meta({ id: 'CurrentSession', description: 'account is null where nobody is signed in' });

/** 登录、退出: the token is an opaque one, also set as a cookie for browsers. */
@Controller('sessions')
export class SessionsController {
  constructor(private readonly sessions: Sessions) {}

  @Post()
  @Public()
  @WithoutKey()
  @Answers(sessionDto)
  @HttpCode(201)
  async open(
    @Body({ schema: loginDto }) { login, password }: z.infer<typeof loginDto>,
    @Req() request: AskedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<z.infer<typeof sessionDto>> {
    const { token, identity } = await this.sessions.open(login, password);
    const cookie = { httpOnly: true, sameSite: 'strict', secure: request.secure, path: '/' } as const;
    response.cookie(SESSION_COOKIE, token, cookie);
    return { token, personId: identity.personId };
  }

  /** Whose session it is: asked before anything else, nobody's is an answer and no refusal. */
  @Get('current')
  @Public()
  @Answers(currentDto)
  async read(@Req() request: AskedRequest): Promise<z.infer<typeof currentDto>> {
    const identity = await this.sessions.look(tokenIn(request) ?? '');
    if (!identity) return { account: null };
    const { login, personId, sample } = identity;
    return { account: { login, personId, sample } };
  }

  @Delete('current')
  @WithoutKey()
  @Permit('endSession')
  @HttpCode(204)
  async close(@Speaking() speaker: Speaker): Promise<void> {
    await this.sessions.close(speaker.identity.tokenHash);
  }
}
