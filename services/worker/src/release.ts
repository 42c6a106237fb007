import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The release of this code, as every history names it; of the sources, or of the folder above `dist`. */
export function release(): string {
  for (const folder of ['../../..', '../../../..']) {
    try {
      const text = readFileSync(join(__dirname, folder, 'package.json'), 'utf8');
      return (JSON.parse(text) as { version: string }).version;
    } catch {
      continue;
    }
  }
  throw new Error('package.json is missing');
}
