import { createHash, randomBytes } from 'node:crypto';

/** What an id looks like. */
export const ID_PATTERN = /^[0-9a-v]{16}$/;

/** Eighty bits in sixteen letters, five bits each (base32hex of RFC 4648 in lower case): ids stand in every index. */
function lettersOf(bytes: Buffer): string {
  return [bytes.readUIntBE(0, 5), bytes.readUIntBE(5, 5)].map((bits) => bits.toString(32).padStart(8, '0')).join('');
}

/**
 * The id of a thing: derived from what identifies it, so that a repeated write finds its own row and one seed gives one set
 * of ids. Among 100 million things two meet with a chance below one in a hundred million, and then the second is refused.
 */
export function idOf(...parts: readonly (string | number)[]): string {
  return lettersOf(createHash('sha256').update(parts.join('\u0000')).digest());
}

/** An id of which nobody can tell what it belongs to or when it was made. */
export function randomId(): string {
  return lettersOf(randomBytes(10));
}

/** The workflow of a campaign, and its stream. */
export function campaignStream(key: string): string {
  return `campaign:${key}`;
}

/** The run of an organisation in a year. */
export function organisationRunId(campaignId: string, organisationId: string, year: number): string {
  return idOf(campaignId, 'organisation-run', organisationId, year);
}

/** The keeper of an organisation's dates; the committee's keeper has the campaign as its scope. */
export function keeperId(campaignId: string, scopeId: string): string {
  return idOf(campaignId, 'keeper', scopeId);
}
