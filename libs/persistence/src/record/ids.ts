import { v5 } from 'uuid';

const NAMESPACE = 'b6d0a3a2-6c2e-5b0e-9a55-2f9d6a0c4d11';

/** The id of a thing: derived from what identifies it, so that a repeated write finds its own row and one seed gives one set of ids. */
export function idOf(...parts: readonly (string | number)[]): string {
  return v5(parts.join('\u0000'), NAMESPACE);
}

/** The workflow of a campaign, and its stream. */
export function campaignStream(key: string): string {
  return `campaign:${key}`;
}

/** The keeper of an organisation's dates; the committee's keeper has the campaign as its scope. */
export function keeperId(campaignId: string, scopeId: string): string {
  return idOf(campaignId, 'keeper', scopeId);
}
