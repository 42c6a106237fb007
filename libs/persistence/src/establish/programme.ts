import type { EntityManager } from 'typeorm';
import { DomainError, type Instant, type Programme } from '@app/domain';
import { sha256Hex } from '../record/digest';
import { appendEvent } from '../record/event-log';
import { idOf } from '../record/ids';
import { importedEvent } from '../record/imported-event';

/** A programme as its file was read: the canonical JSON is what is stored and what the digest is of. */
export interface ProgrammeText {
  readonly programme: Programme;
  readonly digestSource: string;
}

/** A published version; `isNew` is false where it stood there already. */
export interface PublishedProgramme {
  readonly id: string;
  readonly key: string;
  readonly version: string;
  readonly digest: string;
  readonly isNew: boolean;
}

/**
 * Stores a programme version for good: the same content again changes nothing, other content under the same version
 * is refused (`already-exists`), because published versions never change.
 */
export async function publishProgramme(
  m: EntityManager,
  { programme, digestSource }: ProgrammeText,
  at: Instant,
): Promise<PublishedProgramme> {
  const { id: key, version } = programme;
  const id = idOf('programme', key, version);
  const digest = sha256Hex(digestSource);
  await m.query(
    `INSERT IGNORE INTO programmes (id, programme_key, version, digest, definition, published_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
    [id, key, version, digest, digestSource, new Date(at)],
  );
  const [stored] = await m.query<{ digest: string }[]>('SELECT digest FROM programmes WHERE id = ?', [id]);
  if (stored?.digest !== digest) {
    throw new DomainError(
      'already-exists',
      `方案 ${key} ${version} 已经发布，内容不同；已发布的版本不再改动，请改版本号`,
      {
        programme: key,
        version,
        digest,
        published: stored?.digest ?? null,
      },
    );
  }
  const stream = `programme:${key}:${version}`;
  const isNew = !(await isRecorded(m, stream));
  if (isNew) {
    const payload = { programmeId: id, programme: key, version, digest };
    const event = { stream, type: 'programme-published' as const, operationKey: `publish/${digest}`, payload };
    await appendEvent(m, importedEvent(event, { recordedAt: at, writtenAt: at }));
  }
  return { id, key, version, digest, isNew };
}

/** The version a campaign is to run: the one named, else the one published last; `not-found` without. */
export async function publishedProgramme(
  m: EntityManager,
  key: string,
  version?: string,
): Promise<{ readonly id: string; readonly digest: string; readonly programme: Programme }> {
  const [row] = await m.query<{ id: string; digest: string; definition: string }[]>(
    `SELECT id, digest, definition FROM programmes WHERE programme_key = ? AND (? IS NULL OR version = ?)
     ORDER BY published_at DESC, version DESC LIMIT 1`,
    [key, version ?? null, version ?? null],
  );
  if (!row) {
    throw new DomainError('not-found', `没有发布过方案 ${key}${version ? ` ${version}` : ''}`, {
      programme: key,
      version,
    });
  }
  return { id: row.id, digest: row.digest, programme: JSON.parse(row.definition) as Programme };
}

/** Whether a stream has any event. */
async function isRecorded(m: EntityManager, stream: string): Promise<boolean> {
  const rows = await m.query<unknown[]>('SELECT 1 FROM stream_heads WHERE stream = ? AND sequence > 0', [stream]);
  return rows.length > 0;
}
