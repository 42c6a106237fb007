// A pid alone is reused by the system; a pid with its start time is not. The starter's own pid files
// (services/starter/src/pid-file.ts) follow the same rule and form.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** When a process began, as an opaque text, or undefined where there is no such process. */
export function startTimeOf(pid) {
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields[0] === 'Z') return undefined;
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`;
    } catch {
      return undefined;
    }
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/** This process, as pid files and locks name it. */
export const thisProcess = () => ({ pid: process.pid, startTime: startTimeOf(process.pid) });

/** True while the very process that wrote `{pid, startTime}` is running. */
export const isRunning = (identity) =>
  Number.isInteger(identity?.pid) &&
  identity.startTime !== undefined &&
  startTimeOf(identity.pid) === identity.startTime;

/** The npm that started this process, as it and pid files name it; undefined where there is none (or no /proc). */
export function npmAbove() {
  let pid = process.ppid;
  for (let level = 0; level < 3 && pid > 1; level += 1) {
    try {
      if (/^npm |npm-cli\.js/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '))) {
        return { pid, startTime: startTimeOf(pid) };
      }
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      pid = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    } catch {
      return undefined;
    }
  }
  return undefined;
}
