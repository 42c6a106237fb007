import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDatabaseFolder } from '#setup/database-folder';
import { lastLines, reasonOf, StepFailure } from '#setup/failure';
import { runCommand } from '#setup/run-command';

let folder: string;
let logFile: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '失败 failing '));
  logFile = join(folder, 'logs/step.log');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a step says whose command is this line of the shell. */
const failureOf = (script: string) =>
  runCommand('/bin/sh', ['-c', script], { logFile, zh: '这一步没有成功', en: 'The step failed' }).then(
    () => {
      throw new Error('it succeeded');
    },
    (error: StepFailure) => error,
  );
const wordsOf = async (script: string) => (await failureOf(script)).message.split('\n  ').slice(1);

describe('a step that fails says its reason', () => {
  it('that stands on stdout only', async () => {
    const { message, ended } = await failureOf('echo 原因在这里; exit 3');
    expect(message).toBe(
      `这一步没有成功（3），全部输出在 ${logFile} / The step failed (3); its whole output is in ${logFile}:\n  原因在这里`,
    );
    expect(ended).toBe(3);
  });

  it.each([
    ['on stderr only', 'echo reason >&2; exit 1', ['reason']],
    ['before blank last lines', 'echo reason; echo "  "; echo; printf "\\n\\n" >&2; exit 1', ['reason']],
    ['on both, the error last', 'echo wrong >&2; echo working; exit 1', ['working', 'wrong']],
    [
      'in a line drawn over itself, in colours',
      'printf "10%%\\r\\033[31mreason\\033[0m\\r\\n"; exit 1',
      ['10%', 'reason'],
    ],
    ['in a line of a service’s log', `echo '{"msg":"fatal","err":{"message":"no room"}}'; exit 1`, ['fatal: no room']],
    ['nowhere: it printed nothing', 'exit 1', ['没有任何输出 / It printed nothing']],
  ])('%s', async (_, script, words) => expect(await wordsOf(script)).toEqual(words));

  it('by the last dozen lines of each stream; the whole stands in the log', async () => {
    const words = await wordsOf('for i in $(seq 1 40); do echo out $i; echo err $i >&2; done; exit 1');
    expect(words).toHaveLength(24);
    expect([words[0], words[11], words[12], words[23]]).toEqual(['out 29', 'out 40', 'err 29', 'err 40']);
    const logged = readFileSync(logFile, 'utf8').trim().split('\n');
    expect(logged.sort()).toEqual(
      ['err', 'out'].flatMap((stream) => Array.from({ length: 40 }, (_, i) => `${stream} ${i + 1}`)).sort(),
    );
  });

  it('where it was killed or is not there', async () => {
    expect((await failureOf('kill -9 $$')).ended).toBe('SIGKILL');
    await expect(runCommand('/no/such/program', [], { logFile })).rejects.toThrow(
      /“\/no\/such\/program”没有成功（spawn \/no\/such\/program ENOENT）/,
    );
  });

  it('also where its log cannot be written', async () => {
    writeFileSync(join(folder, 'logs'), 'a file where the folder should be');
    expect((await failureOf('echo reason; exit 1')).message).toMatch(/step\.log \(E(EXIST|NOTDIR).*\):\n {2}reason$/);
  });
});

it('a fault without a message has a reason all the same', () => {
  const refused = new AggregateError([], '');
  expect(reasonOf(refused)).toBe('AggregateError');
  expect(reasonOf(Object.assign(refused, { code: 'ECONNREFUSED' }))).toBe('ECONNREFUSED');
  expect(reasonOf('word')).toBe('word');
});

it('a line as long as a book is cut', () => expect(lastLines('x'.repeat(5000))).toEqual(['x'.repeat(300)]));

it('an answer is not logged: it may hold a password', async () => {
  const answer = await runCommand('/bin/sh', ['-c', 'echo secret; echo open >&2'], { logFile, answer: true });
  expect([answer, readFileSync(logFile, 'utf8')]).toEqual(['secret\n', 'open\n']);
});

it('a command that leaves a process behind, its output open, has ended all the same', async () => {
  const begun = performance.now();
  await runCommand('/bin/sh', ['-c', 'sleep 30 & echo $!'], { logFile });
  expect(performance.now() - begun).toBeLessThan(15_000);
  process.kill(Number(readFileSync(logFile, 'utf8')));
});

it('a command is ended when its start is given up', async () => {
  const stop = new AbortController();
  const running = runCommand('/bin/sh', ['-c', 'echo begun; exec sleep 60'], {
    logFile,
    stop: stop.signal,
    onLine: () => stop.abort(),
  });
  await expect(running).rejects.toMatchObject({ ended: 'SIGTERM' });
});

describe('the database folder', () => {
  /** A server with an installer that fails as Debian's does where `my_print_defaults` is missing: on stdout alone. */
  const server = () => {
    mkdirSync(join(folder, 'bin'));
    const write = (name: string, script: string) =>
      writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    write('mariadbd', 'echo "mariadbd  Ver 10.11 MariaDB"');
    write('mariadb-install-db', 'echo "FATAL ERROR: no my_print_defaults"; echo; echo >&2; exit 1');
    return join(folder, 'bin/mariadbd');
  };

  it('that cannot be made says why, and is not there', async () => {
    const home = join(folder, 'home');
    await expect(makeDatabaseFolder(home, server())).rejects.toThrow(
      /数据库目录没有建成（1），全部输出在 .*\n {2}FATAL ERROR: no my_print_defaults$/,
    );
    expect(existsSync(join(home, 'mariadb'))).toBe(false);
  });

  it('is not asked of a server that does not run', async () => {
    await expect(makeDatabaseFolder(join(folder, 'home'), '/no/such/mariadbd')).rejects.toThrow(
      /\/no\/such\/mariadbd 不能运行：.*ENOENT/,
    );
  });
});
