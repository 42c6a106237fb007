import { Body, Controller, Delete, HttpCode, Post } from '@nestjs/common';
import { z } from 'zod';
import { Answers, Permit, Public, Speaking, WithoutKey } from '../http/decorators';
import { Sessions } from '../http/sessions';
import type { Speaker } from '../http/speaker';

const loginDto = z.strictObject({ login: z.string().max(80), password: z.string().max(200) }).meta({ id: 'Login' });
const sessionDto = z.object({ token: z.string(), personId: z.string().nullable() }).meta({ id: 'Session' });

/** 登录、退出. */
@Controller('sessions')
export class SessionsController {
  constructor(private readonly sessions: Sessions) {}

  @Post()
  @Public()
  @WithoutKey()
  @Answers(sessionDto)
  @HttpCode(201)
  async open(@Body({ schema: loginDto }) { login, password }: z.infer<typeof loginDto>) {
    const { token, identity } = await this.sessions.open(login, password);
    return { token, personId: identity.personId };
  }

  @Delete('current')
  @WithoutKey()
  @Permit('endSession')
  @HttpCode(204)
  async close(@Speaking() speaker: Speaker): Promise<void> {
    await this.sessions.close(speaker.identity.tokenHash);
  }
}
