import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeDrawer } from './stage';

/** The actors' drawer of ballot codes: a file under the home, so that a rehearsal that is killed finds them again. */
export function openDrawer(home: string, campaignKey: string): CodeDrawer {
  const file = join(home, `rehearsal-codes-${campaignKey}.json`);
  const codes = new Map<string, readonly string[]>(readEntries(file));
  return {
    put(ballot, handedOut) {
      codes.set(ballot, handedOut);
      writeFileSync(`${file}.part`, JSON.stringify([...codes]), { mode: 0o600 });
      renameSync(`${file}.part`, file);
    },
    take: (ballot) => codes.get(ballot) ?? [],
  };
}

function readEntries(file: string): [string, readonly string[]][] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as [string, readonly string[]][];
  } catch {
    return []; // none handed out yet
  }
}
