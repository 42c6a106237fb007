import { z } from 'zod';
import type { DocumentKind } from '@app/domain';
import { pageFields, pageOf } from '../edge/paging';
import { instant } from '../edge/attribution.dto';

/** A document as it is answered, its body as it was saved; `etag` goes into If-Match when it is saved again; `beside` it what is not of it. */
export function documentDto(body: z.ZodType, id: string, beside: z.ZodRawShape = {}) {
  return z
    .object({
      id: z.string(),
      runId: z.string(),
      kind: z.string(),
      no: z.int(),
      version: z.int(),
      digest: z.string(),
      etag: z.string(),
      authorId: z.string().nullable(),
      savedAt: instant,
      frozenAt: instant.nullable(),
      settledAt: instant.nullable(),
      body,
      ...beside,
    })
    .meta({ id });
}

/** The fields of a document's answer. */
export interface DocumentAnswer {
  readonly id: string;
  readonly runId: string;
  readonly kind: DocumentKind;
  readonly no: number;
  readonly version: number;
  readonly digest: string;
  readonly etag: string;
  readonly authorId: string | null;
  readonly savedAt: string;
  readonly frozenAt: string | null;
  readonly settledAt: string | null;
  readonly body: unknown;
}

export const versionsQueryDto = z.strictObject(pageFields);

export type VersionsQuery = z.infer<typeof versionsQueryDto>;

/** The versions of a document as they are answered. */
export function versionsDto(body: z.ZodType, id: string) {
  const version = { version: z.int(), digest: z.string(), authorId: z.string().nullable(), savedAt: instant, body };
  return pageOf(z.object(version).meta({ id: `${id}Version` }), `${id}Versions`);
}

/** That a version was opened, by whom it is asked; what is still to be confirmed before he may sign. */
export const openingDto = z
  .object({
    id: z.string(),
    version: z.int(),
    digest: z.string(),
    openedAt: instant,
    confirmed: z.array(z.string()),
    unconfirmed: z.array(z.string()),
  })
  .meta({ id: 'SheetOpening' });

export type OpeningAnswer = Omit<z.infer<typeof openingDto>, 'confirmed'> & { readonly confirmed: readonly string[] };
