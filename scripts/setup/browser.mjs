import { join } from 'node:path';
import { askForPassword, privilege } from './privilege.mjs';
import { findProgram, runCommand } from './run-command.mjs';
import { PlainError, say, step } from './say.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const folders = [
  '/usr/lib/chromium',
  '/Applications/Chromium.app/Contents/MacOS',
  '/Applications/Google Chrome.app/Contents/MacOS',
];

/** A browser, and letters for what it shows: a bare machine has none for Chinese. */
const packages = ['chromium', 'fonts-noto-cjk'];

const lookForBrowser = () =>
  process.env.DUIBIAO_BROWSER_PROGRAM || findProgram([...names, 'Chromium', 'Google Chrome'], { last: folders });

/**
 * Looks for a browser for the tests, without changing anything: `{ program }`, `{ need }` with what is to be installed, or
 * `{ without }` with the sentence that says why there is none. A machine without one still runs every other test.
 */
export function findBrowser(home) {
  const program = lookForBrowser();
  if (program) return { program };
  const prefix = process.platform === 'linux' && findProgram(['apt-get']) ? privilege() : undefined;
  const wanted = packages.join(' ');
  const without = {
    zh: `没有浏览器：网页测试记为跳过。要运行它们，请安装 ${wanted}（或设 DUIBIAO_BROWSER_PROGRAM）`,
    en: `No browser: the tests of the console count as skipped. To run them install ${wanted} (or set DUIBIAO_BROWSER_PROGRAM)`,
  };
  if (!prefix) return { without };
  return {
    need: {
      zh: `浏览器（网页测试用）：安装 ${wanted}，约一分钟`,
      en: `browser for the tests of the console: install ${wanted}, about a minute`,
      prepare: () => install({ prefix, home, without }),
    },
  };
}

/** Answers the program, or undefined where it could not be installed: that is said, and no test fails for it. */
async function install({ prefix, home, without }) {
  try {
    if (prefix.join(' ') === 'sudo') askForPassword(without);
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    return say(without.zh, without.en);
  }
  const run = (number, ...command) =>
    runCommand(command[0], command.slice(1), {
      logFile: join(home, 'logs', `browser-install-${number}.log`),
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  const line = [...prefix, 'apt-get', 'install', '-y', '--no-install-recommends', ...packages];
  await run(1, ...prefix, 'apt-get', 'update').catch(() => undefined);
  await step({ zh: line.join(' '), en: line.join(' ') }, () => run(2, ...line)).catch((error) =>
    say(`${error.message}。${without.zh}`, `${error.message}. ${without.en}`),
  );
  return lookForBrowser();
}
