import { Command, CommanderError } from 'commander';
import { DomainError, sayUnfit, unfitIn } from '@app/domain';
import { ConfigError } from '@app/platform';
import { branchCommand } from './branch';
import { calendarCommand } from './calendar';
import { campaignCommand } from './campaign';
import type { Context } from './context';
import { programmeCommand } from './programme';
import { rosterCommand } from './roster';
import { runCommands } from './run';
import { sampleCommand } from './sample';
import { both, Refused, WrongUsage } from './say';
import { usageSentence } from './usage';
import { userCommand } from './user';
import { verifyCommand } from './verify';

/** Runs one command line; answers the exit status: 0 done, 1 said no, 2 wrong usage. */
export async function runCommand(args: readonly string[], context: Context): Promise<number> {
  const program = new Command('duibiao')
    .description('对标：运维命令 / operator commands')
    .exitOverride()
    .configureOutput({
      writeOut: context.out,
      writeErr: context.err,
      outputError: (english, write) => write(usageSentence(english)),
    })
    .showHelpAfterError('（--help 看用法 / see --help）')
    .showSuggestionAfterError();
  const nouns = [
    programmeCommand,
    calendarCommand,
    rosterCommand,
    campaignCommand,
    userCommand,
    branchCommand,
    runCommands,
    verifyCommand,
    sampleCommand,
  ];
  for (const noun of nouns) noun(program, context);
  inheritSettings(program);
  for (const [at, given] of args.entries()) {
    const unfit = given.includes('\uFFFD') ? ({ code: 'not-unicode', point: '' } as const) : unfitIn(given);
    if (!unfit) continue;
    const { zh, en } = sayUnfit(unfit);
    return failed(context, both(`第 ${at + 1} 个参数：${zh}`, `argument ${at + 1} ${en}`), 2);
  }
  try {
    if (args.length === 0) program.help({ error: true });
    await program.parseAsync([...args], { from: 'user' });
    return 0;
  } catch (error) {
    return statusOf(error, context);
  }
}

/** Sub-commands take exit and output from their parent only when they are made by it before these are set. */
function inheritSettings(command: Command): void {
  for (const child of command.commands) {
    child.copyInheritedSettings(command);
    inheritSettings(child);
  }
}

function statusOf(error: unknown, context: Context): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof WrongUsage) return failed(context, error.message, 2);
  if (error instanceof Refused || error instanceof ConfigError) return failed(context, error.message, 1);
  if (error instanceof DomainError) {
    const pointer = error.details.pointer;
    return failed(context, `${error.message} [${error.code}${typeof pointer === 'string' ? ` ${pointer}` : ''}]`, 1);
  }
  const reason = error instanceof Error ? error.message || error.name : String(error);
  if (process.env.DUIBIAO_DEBUG && error instanceof Error) context.err(`${error.stack}\n`);
  return failed(context, both(`没有完成：${reason}`, `failed: ${reason}`), 1);
}

function failed(context: Context, message: string, status: number): number {
  context.err(`${message}\n`);
  return status;
}
