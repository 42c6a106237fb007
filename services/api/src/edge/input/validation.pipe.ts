import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import { DomainError, type InputFault } from '@app/domain';
import { inputSentence, unknownField } from './input-sentence';

/** One issue as zod reports it. */
interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[];
  readonly code?: string;
  readonly keys?: readonly string[];
  /** Of a check of ours (`custom`): the code of its fault. */
  readonly params?: { readonly code?: string };
}

/** What a pointer calls the place of an argument, here as in the refusals of what is not found. */
const PLACES = { query: 'query', param: 'path', custom: 'custom' } as const;

/** Holds every argument that names a schema against it; faults become `invalid-input` with JSON pointers. */
@Injectable()
export class ValidationPipe implements PipeTransform {
  async transform(value: unknown, { schema, type, data }: ArgumentMetadata): Promise<unknown> {
    if (!schema) return value;
    const given = type === 'body' ? (value ?? {}) : value;
    const result = await (schema as z.ZodType).safeParseAsync(given, { error: inputSentence });
    if (result.success) return result.data;
    const errors = faultsAt(type === 'body' ? '' : `/${PLACES[type]}${data ? `/${data}` : ''}`, result.error);
    throw new DomainError('invalid-input', errors[0]?.message ?? '输入有误', { errors });
  }
}

/** What a schema found in what stands at this pointer, to be said to people; parse with `error: inputSentence`. */
export function faultsAt(base: string, { issues }: z.ZodError): InputFault[] {
  const found = (issues as readonly Issue[]).flatMap((issue) => faultsOf(issue, base));
  return found.filter((fault, at) => !isOutdone(fault, found[at + 1])).slice(0, 100);
}

/** Of two bounds that one number breaks, the narrower stands behind and is told alone. */
function isOutdone({ pointer, code }: InputFault, next: InputFault | undefined): boolean {
  return next?.pointer === pointer && next.code === code && code.startsWith('too-');
}

function faultsOf({ message, path = [], code: found = 'invalid', keys, params }: Issue, base: string): InputFault[] {
  const pointer = path.reduce<string>((before, part) => `${before}/${escapePointer(keyOf(part))}`, base);
  const code = found === 'custom' ? (params?.code ?? 'invalid') : found;
  return keys
    ? keys.map((key) => ({
        pointer: `${pointer}/${escapePointer(key)}`,
        code: 'unknown-field',
        message: unknownField(key),
      }))
    : [{ pointer, code: code.replaceAll('_', '-'), message }];
}

function keyOf(part: PropertyKey | { readonly key: PropertyKey }): string {
  return String(typeof part === 'object' ? part.key : part);
}

function escapePointer(text: string): string {
  return text.replaceAll('~', '~0').replaceAll('/', '~1');
}
