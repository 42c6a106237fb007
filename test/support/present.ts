/** The value, where the world is as the spec made it. */
export function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the world is not as the spec made it');
  return value;
}
