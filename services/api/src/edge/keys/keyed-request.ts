import { DomainError } from '@app/domain';
import { canonicalJson, sha256Hex, shortSha256 } from '@app/persistence';

/** One request under its key: who, which command, and a digest of what was sent. */
export interface KeyedRequest {
  readonly actor: string;
  readonly command: string;
  readonly requestKey: string;
  readonly requestDigest: string;
}

/** SHA-256(actor ‖ 0 ‖ command ‖ 0 ‖ key): the id of the key's row and of the engine's Update. */
export function requestIdOf({ actor, command, requestKey }: Omit<KeyedRequest, 'requestDigest'>): string {
  return shortSha256([actor, command, requestKey].join('\u0000'));
}

/** What a key stands for: address, body and precondition as they were sent, before anything is looked up. */
export function sentDigest(sent: { readonly path: string; readonly body: unknown; readonly ifMatch?: string }): string {
  const { path, body, ifMatch } = sent;
  return digestOfContent({ path, body: body ?? null, ifMatch: ifMatch ?? null });
}

/** One item of a batch is a request of its own, told apart under the batch's key. */
export function itemRequest(batch: KeyedRequest, item: string, content: unknown): KeyedRequest {
  const requestKey = `${sha256Hex(batch.requestKey).slice(0, 32)}/${item}`;
  return { ...batch, requestKey, requestDigest: digestOfContent(content) };
}

function digestOfContent(content: unknown): string {
  try {
    return shortSha256(canonicalJson(content));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new DomainError('invalid-input', '请求内容层次过多', { pointer: '' });
  }
}
