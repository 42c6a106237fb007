import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { AskedRequest } from '../asked-request';
import { batchAnswerDto } from '../../process/batch';
import { ANSWER, SHOWN_ONCE, WITHOUT_KEY } from '../decorators';
import { RequestKeys } from './request-keys';

/** Looks up the key of every command before the command looks at anything; a batch does it item by item. */
@Injectable()
export class KeyedAnswers implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly keys: RequestKeys,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<object>): Observable<object> {
    const { method, speaker } = context.switchToHttp().getRequest<AskedRequest>();
    const handler = context.getHandler();
    const about = <T>(key: string) => this.reflector.get<T | undefined>(key, handler);
    const keyless = method === 'GET' || about<boolean>(WITHOUT_KEY) === true;
    if (keyless || !speaker || about(ANSWER) === batchAnswerDto) return next.handle();
    const shownOnce = about<(answer: object) => object>(SHOWN_ONCE);
    return from(this.keys.answered(speaker.request, () => lastValueFrom(next.handle()), shownOnce));
  }
}
