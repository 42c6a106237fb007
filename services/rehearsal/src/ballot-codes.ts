import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Ballot codes that were handed out, by ballot; kept outside the service, which knows only their hashes. */
export interface BallotCodes {
  keep(ballot: string, codes: readonly string[]): void;
  of(ballot: string): readonly string[];
}

/** The codes of a campaign's ballots in a file under the home, so that a rehearsal that is killed finds them again. */
export function loadBallotCodes(home: string, campaignKey: string): BallotCodes {
  const file = join(home, `rehearsal-codes-${campaignKey}.json`);
  const codes = new Map<string, readonly string[]>(readEntries(file));
  return {
    keep(ballot, handedOut) {
      codes.set(ballot, handedOut);
      writeFileSync(`${file}.part`, JSON.stringify([...codes]), { mode: 0o600 });
      renameSync(`${file}.part`, file);
    },
    of: (ballot) => codes.get(ballot) ?? [],
  };
}

function readEntries(file: string): [string, readonly string[]][] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as [string, readonly string[]][];
  } catch {
    return []; // none handed out yet
  }
}
