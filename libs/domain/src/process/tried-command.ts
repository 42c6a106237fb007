import type { ProcessCommandName } from '../office/permissions';

/** A command as it is tried before anybody fills it in: the rules of steps and offices read no more of its input than this. */
export function triedCommand<C extends { readonly name: ProcessCommandName; readonly input: object }>(
  name: C['name'],
  input: object = {},
): C {
  return { name, input } as unknown as C;
}
