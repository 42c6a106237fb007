import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folders that are compiled. */
export const parts = ['libs', 'activities', 'workflows', 'services', 'bench'];

/** The files of a folder that are compiled: no specs, nothing of the console, which Vite builds. */
export function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!['node_modules', 'console'].includes(entry.name)) yield* sources(path);
    } else if (/(?<!\.spec|\.d)\.ts$/.test(entry.name)) yield path;
  }
}

/** The folders that the console is built from. */
export const consoleParts = ['services/console', 'libs/domain/src'];

/** Every file of the console that can change what is built: words, styles and settings too, no specs. */
export function* consoleSources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules') yield* consoleSources(path);
    } else if (!/\.spec\.ts$/.test(entry.name)) yield path;
  }
}
