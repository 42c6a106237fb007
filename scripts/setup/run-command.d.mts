import type { SpawnOptions } from 'node:child_process';

export interface CommandOptions extends Omit<SpawnOptions, 'stdio' | 'signal'> {
  readonly logFile: string;
  readonly zh?: string;
  readonly en?: string;
  readonly onLine?: (line: string) => void;
  readonly answer?: boolean;
  readonly stop?: AbortSignal;
}

export declare function runCommand(command: string, args: readonly string[], options: CommandOptions): Promise<string>;
