/** The part of `sessionStorage` that is needed. */
export type KeyStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What somebody means to do: the same words at the same place are the same intention until it is answered. */
export interface Intention {
  readonly method: string;
  readonly path: string;
  readonly ifMatch: string | null;
  readonly body: string;
}

/**
 * The Idempotency-Key of an intention: one and the same through double clicks, retries and a reload of the page, until
 * `forget` says that it was answered. Of the words only a digest is kept, since they may be a ballot.
 */
export class RequestKeys {
  constructor(private readonly store: KeyStore) {}

  keyOf(intention: Intention): string {
    const place = placeOf(intention);
    const known = this.store.getItem(place);
    if (known !== null) return known;
    const key = newKey();
    this.store.setItem(place, key);
    return key;
  }

  forget(intention: Intention): void {
    this.store.removeItem(placeOf(intention));
  }
}

function placeOf({ method, path, ifMatch, body }: Intention): string {
  return `duibiao.key.${digestOf([method, path, ifMatch ?? '', body].join('\n'))}`;
}

/** 128 random bits; `crypto.randomUUID` is missing where the page comes over plain HTTP under a host's name. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** FNV-1a over 64 bits: tells intentions apart and is no secret; two that met would be refused by the API, not mixed. */
function digestOf(text: string): string {
  let digest = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    digest = BigInt.asUintN(64, (digest ^ BigInt(byte)) * 0x100000001b3n);
  }
  return digest.toString(36);
}
