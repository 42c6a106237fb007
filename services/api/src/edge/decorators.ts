import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  HttpCode,
  Param,
  SetMetadata,
} from '@nestjs/common';
import { z } from 'zod';
import type { PermissionName } from '@app/domain';
import { ID_PATTERN } from '@app/persistence';
import type { AskedRequest } from './asked-request';
import type { Listing } from './listing';
import type { Speaker } from './speaker';

export const PERMISSION = 'duibiao:permission';
export const PUBLIC = 'duibiao:public';
export const WITHOUT_KEY = 'duibiao:without-key';
export const ANSWER = 'duibiao:answer';
export const MEDIA_TYPE = 'duibiao:media-type';
export const SHOWN_ONCE = 'duibiao:shown-once';

/** The one permission of a route; a route without it, and not public, lets nobody in. */
export const Permit = (permission: PermissionName) => SetMetadata(PERMISSION, permission);

/** A route that needs no session. */
export const Public = () => SetMetadata(PUBLIC, true);

/** A write that takes no Idempotency-Key: login and logout, and what is done with a ballot code. */
export const WithoutKey = () => SetMetadata(WITHOUT_KEY, true);

/** The schema of a route's answer, for the interface description. */
export const Answers = (schema: z.ZodType) => SetMetadata(ANSWER, schema);

/** What a route answers in where that is not JSON, for the interface description. */
export const MediaType = (mediaType: string) => SetMetadata(MEDIA_TYPE, mediaType);

/** Server-sent events. */
export const EVENT_STREAM = 'text/event-stream';

/** What stands under a command's key in the place of fields of its answer that are shown once and kept nowhere. */
export const ShownOnce = <A>(instead: (answer: A) => object) => SetMetadata(SHOWN_ONCE, instead);

/** The id of a row. */
export const idSchema = z.string().regex(ID_PATTERN, '编号不对');

/** The `{id}` of the path. */
export const Id = () => Param('id', { schema: idSchema });

/** Who speaks, as the guard found. */
export const Speaking = createParamDecorator((_: unknown, context: ExecutionContext): Speaker => {
  const { speaker } = context.switchToHttp().getRequest<AskedRequest>();
  if (!speaker) throw new Error('a route that asks who speaks must not be public');
  return speaker;
});

/** A command: its permission, what it answers, and its status. */
export const Command = (permission: PermissionName, answer: z.ZodType, status = 200) =>
  applyDecorators(Permit(permission), Answers(answer), HttpCode(status));

/** A stream of server-sent events: its permission, and the data of each event. */
export const Events = (permission: PermissionName, data: z.ZodType) =>
  applyDecorators(Permit(permission), Answers(data), MediaType(EVENT_STREAM));

/** A read: its permission and what it answers; a handler whose answer lacks what the schema promises does not compile. */
export const Read = <S extends z.ZodType>(permission: PermissionName, answer: S) =>
  applyDecorators(Permit(permission), Answers(answer)) as <H extends (...given: never[]) => Given<z.output<S>>>(
    target: object,
    key: string | symbol,
    handler: TypedPropertyDescriptor<H>,
  ) => void;

type Given<T> = Answer<T> | Promise<Answer<T>>;

/** A page may be answered as the list that it is a page of; `names` are put in for all answers alike. */
type Answer<T> =
  | Unchanging<T extends { names: unknown } ? Omit<T, 'names'> : T>
  | (T extends { items: (infer I)[]; nextCursor: unknown } ? Listing<Unchanging<I>> : never);

type Unchanging<T> = T extends object ? { readonly [K in keyof T]: Unchanging<T[K]> } : T;
