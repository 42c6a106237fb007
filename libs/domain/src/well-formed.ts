/**
 * Whether a text is well-formed: no half of a surrogate pair stands alone, every database keeps it as it is, and it holds no
 * control characters but tabs and line ends, which no table and no page shows.
 */
export function isWellFormed(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- they are what is refused
  return !/\p{Cs}|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u.test(text);
}

/** The JSON pointer of the first text of a value, name of a field among them, that is not well-formed; null where all are. */
export function illFormedIn(value: unknown): string | null {
  const waiting: [pointer: string, value: unknown][] = [['', value]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [pointer, part] = next;
    if (typeof part === 'string' && !isWellFormed(part)) return pointer;
    if (typeof part !== 'object' || part === null) continue;
    for (const [name, inner] of Object.entries(part).reverse()) {
      if (!isWellFormed(name)) return pointer;
      waiting.push([`${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, inner]);
    }
  }
  return null;
}
