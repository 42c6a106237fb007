type Names = Readonly<Record<string, { readonly code: string; readonly name: string }>>;

/** What an event holds, as text: each id by the name of what it stands for. */
export function namedPayload(payload: unknown, names: Names): string {
  return JSON.stringify(
    payload,
    (_, value: unknown) => (typeof value === 'string' ? (names[value]?.name ?? value) : value),
    2,
  );
}
