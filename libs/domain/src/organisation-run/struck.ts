/** Where the reasons of a decision speak of the branch that it struck as its first, second … (RFC 6901). */
export function struckPointer(at: number): string {
  return `/struck/${at}`;
}

/** Why each branch was struck, in the order of a decision's `struck`; none in decisions of before a reason was asked. */
export function struckReasons(
  struck: readonly string[],
  lines: readonly { readonly pointer: string; readonly text: string }[],
): string[] {
  const texts = new Map(lines.map(({ pointer, text }) => [pointer, text]));
  return lines.length === 0 ? [] : struck.map((_, at) => texts.get(struckPointer(at)) ?? '');
}
