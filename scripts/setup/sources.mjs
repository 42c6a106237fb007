import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folders that are compiled. */
export const parts = ['libs', 'activities', 'workflows', 'services', 'bench'];

/** The files of a folder that are compiled: no specs, nothing of the console. */
export function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!['node_modules', 'console'].includes(entry.name)) yield* sources(path);
    } else if (/(?<!\.spec|\.d)\.ts$/.test(entry.name)) yield path;
  }
}
