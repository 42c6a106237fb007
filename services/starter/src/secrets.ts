import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Passwords of the private database; readable by the user who started it alone. */
export interface Secrets {
  readonly root: string;
  readonly owner: string;
  readonly app: string;
}

/** The secrets of a home, made on first use; where the file was lost, the next start of the database sets new ones. */
export function loadSecrets(home: string): Secrets {
  const file = join(home, 'secrets.json');
  try {
    const { root, owner, app } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>;
    if (root && owner && app) return { root, owner, app };
  } catch {
    // none yet
  }
  const password = (): string => randomBytes(24).toString('hex');
  const secrets = { root: password(), owner: password(), app: password() };
  writeFileSync(`${file}.part`, JSON.stringify(secrets), { mode: 0o600 });
  renameSync(`${file}.part`, file);
  return secrets;
}
