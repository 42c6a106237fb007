import { parseArgs } from 'node:util';
import { PlainError, say, text } from './say.mjs';

/** What `npm start` takes. */
const OPTIONS = {
  once: {
    type: 'boolean',
    zh: '演练汇总后退出，有一项核对不通过则返回 1',
    en: "end after the rehearsal's summary, with 1 if an invariant failed",
  },
  lang: { type: 'string', value: 'zh|en', zh: '语言', en: 'language' },
  help: { type: 'boolean', zh: '显示用法', en: 'show this' },
};

/** What was asked for; anything that `npm start` does not take is refused. */
export function readStartOptions(args) {
  try {
    return parseArgs({ args, options: OPTIONS }).values;
  } catch {
    throw new PlainError(
      `不能这样启动：${args.join(' ')}；用法见 npm start -- --help`,
      `Cannot be started with ${args.join(' ')}: see npm start -- --help`,
      2,
    );
  }
}

export function printUsage() {
  say('用法：npm start -- [选项]', 'Usage: npm start -- [options]');
  for (const [name, { value = '', zh, en }] of Object.entries(OPTIONS)) {
    console.log(`  ${`--${name} ${value}`.padEnd(14)}  ${text(zh, en)}`);
  }
}
