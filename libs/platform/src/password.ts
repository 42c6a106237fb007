import { hash, type Options, verify } from '@node-rs/argon2';

const settings: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let nobody: Promise<string> | undefined;

/** The hash of a password (argon2id, the library's default; 19 MiB, two passes, one lane); sample accounts may share one. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, settings);
}

/** Whether the password is right; without a stored hash the answer is no, after the same time. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody');
  const right = await verify(stored ?? (await nobody), password);
  return stored !== null && right;
}
