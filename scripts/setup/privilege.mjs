import { spawnSync } from 'node:child_process';
import { findProgram } from './run-command.mjs';
import { PlainError } from './say.mjs';

/**
 * What is put before a command that needs the rights of root: nothing for root itself, `sudo` where this user may use it
 * (on a terminal it may ask for a password); undefined where he may not.
 */
export function privilege() {
  if (process.getuid?.() === 0) return [];
  if (!findProgram(['sudo'])) return undefined;
  if (spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0) return ['sudo', '-n'];
  return process.stdin.isTTY ? ['sudo'] : undefined;
}

/** Lets sudo ask for its password now, in the open, and not in the middle of a step; `refused` is said where it says no. */
export function askForPassword(refused) {
  if (spawnSync('sudo', ['-v'], { stdio: 'inherit' }).status !== 0) throw new PlainError(refused.zh, refused.en);
}
