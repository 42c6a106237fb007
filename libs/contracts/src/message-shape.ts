import type { FieldKind } from '@app/domain';
import type { CommandMessage, NewsMessage } from './run.contract';

/** What a run can be told: by topic, what each field holds. */
export type NewsShapes = Readonly<Record<string, { readonly fields: Readonly<Record<string, FieldKind>> }>>;

/** Longest id of a message or a command: the write path keeps it as its key. */
const LONGEST_KEY = 120;

/** A signal's argument as the news it is; null for anything that this kind of run does not know, whoever sent it. */
export function newsOf<N>(value: unknown, shapes: NewsShapes): NewsMessage<N> | null {
  if (!isRecord(value) || !isKey(value.messageId) || !isInstantText(value.receivedAt) || !isRecord(value.news))
    return null;
  const { topic } = value.news;
  if (typeof topic !== 'string' || !Object.hasOwn(shapes, topic)) return null;
  const news = value.news;
  const fits = Object.entries(shapes[topic]?.fields ?? {}).every(([field, kind]) => isOfKind(news[field], kind));
  return fits ? (value as unknown as NewsMessage<N>) : null;
}

/** What keeps an update's argument from being the command of that name, as a pointer into it; null where nothing does. */
export function faultOfCommand(name: string, value: unknown): string | null {
  if (!isRecord(value)) return '';
  const { command, attribution, requestDigest } = value as Partial<CommandMessage<{ name: string; input: unknown }>>;
  if (!isRecord(command) || command.name !== name) return '/command/name';
  if (!isRecord(command.input)) return '/command/input';
  if (!isRecord(attribution)) return '/attribution';
  if (typeof attribution.actor !== 'string' || attribution.actor.length > LONGEST_NAME) return '/attribution/actor';
  if (typeof attribution.office !== 'string' || attribution.office.length > LONGEST_NAME) return '/attribution/office';
  if (!isInstantText(attribution.receivedAt)) return '/attribution/receivedAt';
  if (typeof requestDigest !== 'string' || requestDigest.length > LONGEST_DIGEST) return '/requestDigest';
  return null;
}

/** Whether a text can be kept as the key of an operation. */
export function isKey(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_KEY;
}

const LONGEST_NAME = 60;
const LONGEST_DIGEST = 64;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isInstantText(value: unknown): value is string {
  return typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value));
}

function isOfKind(value: unknown, kind: FieldKind): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string' && value.length <= 500;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'flag':
      return typeof value === 'boolean';
    case 'any':
      return value !== undefined;
  }
}
