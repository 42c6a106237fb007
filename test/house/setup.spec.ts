import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const setup = join(__dirname, '../../scripts/setup');
const load = <T extends object>(name: string): T => jest.requireActual<T>(join(setup, name));

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), '准备 set-up '))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the first files', () => {
  it('use Node built-ins only, so that they run before anything is installed', () => {
    const files = ['start.mjs', 'test.mjs', 'bench.mjs', 'duibiao.mjs', ...readdirSync(setup).map((n) => `setup/${n}`)];
    const foreign = files.flatMap((file) => {
      const source = readFileSync(join(setup, '..', file), 'utf8');
      return [...source.matchAll(/(?:from|import\()\s*'([^']+)'/g)]
        .map(([, name]) => name)
        .filter((name) => !/^(node:|\.)/.test(name))
        .map((name) => `${file}: ${name}`);
    });
    expect(foreign).toEqual([]);
  });

  it('export what the scripts of the shell ask them for', () => {
    const asked = readdirSync(join(setup, '../../.ci')).flatMap((name) => {
      const source = readFileSync(join(setup, '../../.ci', name), 'utf8');
      return [
        ...source.matchAll(/import\(process\.argv\[1\]\)\.then\(\((\w+)\).*?\b\1\.(\w+).*?scripts\/setup\/([\w.-]+)/g),
      ].map(([, , member, file]) => `${file}: ${member} is a ${typeof load<Record<string, unknown>>(file)[member]}`);
    });
    expect(asked).toEqual(['engine.mjs: cacheFolder is a function']);
  });

  it.each([
    ['v18.20.0', false],
    ['v20.18.3', false],
    ['v20.19.0', true],
    ['v20.20.2', true],
    ['v21.7.0', false],
    ['v22.11.0', false],
    ['v22.12.0', true],
    ['v24.1.0', true],
  ])('take Node %s: %s', (version, supported) => {
    expect(load<{ isSupportedNode(v: string): boolean }>('node-version.mjs').isSupportedNode(version)).toBe(supported);
  });
});

describe('packages', () => {
  const { isInstalled } = load<{ isInstalled(root: string): boolean }>('dependencies.mjs');
  const lock = (file: string, packages: object) => {
    mkdirSync(join(folder, 'node_modules'), { recursive: true });
    writeFileSync(join(folder, file), JSON.stringify({ packages }));
  };

  it('are installed where versions agree, whatever the dates; other platforms do not count', () => {
    expect(isInstalled(folder)).toBe(false);
    lock('package-lock.json', {
      '': {},
      'node_modules/a': { version: '1.0.0' },
      'node_modules/mac': { version: '1.0.0', optional: true },
    });
    expect(isInstalled(folder)).toBe(false);
    lock('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } });
    expect(isInstalled(folder)).toBe(true);
    lock('node_modules/.package-lock.json', { 'node_modules/a': { version: '0.9.0' } });
    expect(isInstalled(folder)).toBe(false);
  });
});

describe('the database', () => {
  type Entry = string[] | (() => string[]);
  type System = { has(p: string): boolean; knows(p: string): boolean; prefix?: string[]; platform: string };
  type Way = { packages: string[]; byHand: string; asks: boolean; commands?: Entry[] };
  const BREW = ['brew', 'install', 'mariadb'];
  const { installation } = load<{ installation(s: System, missing: string[]): Way | undefined }>('database.mjs');
  const way = (programs: string[], more: Partial<System> & { missing?: string[] } = {}) => {
    const { missing = ['server', 'tools'], ...system } = more;
    const has = (program: string) => programs.includes(program);
    return installation({ has, knows: () => true, prefix: [], platform: 'linux', ...system }, missing);
  };
  const lines = (...given: Parameters<typeof way>) =>
    way(...given)?.commands?.map((entry) => (typeof entry === 'function' ? entry() : entry).join(' '));

  it('is installed by the package manager at hand, with the programs that set it up', () => {
    const apt = 'apt-get install -y --no-install-recommends';
    expect(lines(['apt-get'])).toEqual(['apt-get update', `${apt} mariadb-server-core mariadb-client-core`]);
    expect(lines(['apt-get'], { knows: () => false })?.at(-1)).toBe(`${apt} mariadb-server`);
    const sudo = ['sudo', '-n'];
    expect(lines(['apt-get'], { prefix: sudo })?.[0]).toBe('sudo -n apt-get update');
    expect(lines(['apt-get'], { prefix: sudo })?.[1]).toMatch(/^sudo -n apt-get install/);
    expect(lines(['dnf'])).toEqual(['dnf install -y mariadb-server']);
    expect(lines(['brew'], { platform: 'darwin', prefix: undefined })).toEqual(['brew install mariadb']);
    expect(lines(['brew', 'apt-get'])?.[0]).toBe('apt-get update');
  });

  it('asks for a password where sudo will, and not for brew, which goes without', () => {
    const sudo = { prefix: ['sudo'] };
    expect(way(['apt-get'], sudo)?.asks).toBe(true);
    expect(way(['apt-get'], { prefix: ['sudo', '-n'] })?.asks).toBe(false);
    expect(way(['apt-get'])?.asks).toBe(false);
    const brew = way(['brew'], { ...sudo, platform: 'darwin' });
    expect(brew).toEqual({ packages: ['mariadb'], byHand: 'brew install mariadb', asks: false, commands: [BREW] });
  });

  it('comes in the packages that both READMEs name', () => {
    const packages = ['apt-get', 'dnf', 'brew'].flatMap((manager) => way([manager])?.packages ?? []);
    for (const readme of ['README.md', 'README.zh-CN.md']) {
      const words = readFileSync(join(setup, '../..', readme), 'utf8');
      expect(packages.filter((name) => !words.includes(`\`${name}\``))).toEqual([]);
    }
    expect(packages).toHaveLength(4);
  });

  it('is not upgraded where only the programs that set it up are missing', () => {
    expect(lines(['apt-get'], { missing: ['tools'] })?.at(-1)).toMatch(/recommends mariadb-client-core$/);
  });

  it('is not installed where nobody may, but it is known what to ask for', () => {
    const asked = way(['apt-get'], { prefix: undefined });
    expect(asked?.commands).toBeUndefined();
    expect(asked?.byHand).toBe('apt-get install -y --no-install-recommends mariadb-server-core mariadb-client-core');
    expect(way([])).toBeUndefined();
  });
});

describe('the engine', () => {
  const { isSufficientGo } = load<{ isSufficientGo(output: string): boolean }>('engine.mjs');

  it.each([
    ['go version go1.24.9 linux/amd64', false],
    ['go version go1.25.0 linux/amd64', true],
    ['go version go1.26.8 linux/amd64', true],
    ['', false],
  ])('is built by %j: %s', (output, sufficient) => expect(isSufficientGo(output)).toBe(sufficient));
});

describe('the engine, where nobody has it yet', () => {
  /** Runs `findEngine` with no network, nothing on PATH but what stands in `folder`, and the cache in `folder`. */
  const find = async (prelude = ''): Promise<{ output: string; status: number }> => {
    writeFileSync(join(folder, 'tar'), '', { mode: 0o755 });
    const script = `
      ${prelude}
      globalThis.fetch = async () => { throw Object.assign(new Error('fetch failed'), { cause: { code: 'ENOTFOUND' } }); };
      const { PlainError, runScript } = await import(${JSON.stringify(`file://${join(setup, 'say.mjs')}`)});
      const { findEngine } = await import(${JSON.stringify(`file://${join(setup, 'engine.mjs')}`)});
      await runScript(async () => {
        const { program, need, fault } = await findEngine(process.argv[1]);
        if (fault) throw new PlainError(fault.zh, fault.en);
        console.log('program ' + (need ? await need.prepare() : program));
      });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder], {
      env: { PATH: folder, XDG_CACHE_HOME: folder, DUIBIAO_LANG: 'en' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
    const [status] = (await once(child, 'close')) as [number];
    return { output, status };
  };
  const writeGo = (script: string) => writeFileSync(join(folder, 'go'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const cached = () => join(folder, 'duibiao/temporal-1.5.1/temporal');

  it('is built once, also by two starts at once, and kept outside the clone', async () => {
    writeGo(`[ "$1" = version ] && { echo go version go1.26.8 linux/amd64; exit; }
      echo "$2 $3" >> '${join(folder, 'builds')}'; printf '#!/bin/sh\\n' > "$GOBIN/temporal"; /bin/chmod +x "$GOBIN/temporal"`);
    const found = await Promise.all([find(), find()]);
    expect(found.map(({ output }) => output.includes(`program ${cached()}`))).toEqual([true, true]);
    expect(readFileSync(join(folder, 'builds'), 'utf8')).toBe('-v github.com/temporalio/cli/cmd/temporal@v1.5.1\n');
    expect(readdirSync(join(cached(), '..'))).toEqual(['temporal']);
  });

  it('shows on a terminal that its build lives, and scrolls nothing by without one', async () => {
    const packages = ['go: downloading x', 'a', 'b', 'c'].map((line) => `echo '${line}' >&2`).join('; ');
    writeGo(`[ "$1" = version ] && { echo go version go1.26.8 linux/amd64; exit; }
      ${packages}; /bin/sleep 1.5; printf '#!/bin/sh\\n' > "$GOBIN/temporal"; /bin/chmod +x "$GOBIN/temporal"`);
    const shown = await find('process.stdout.isTTY = true; process.env.TERM = "xterm";');
    expect(shown.output).toContain('Building Temporal …\n\r\x1b[K  1 s, 3 packages compiled');
    rmSync(join(folder, 'duibiao'), { recursive: true });
    const { output } = await find();
    expect(output.trim().split('\n')).toEqual([
      'Building Temporal …',
      expect.stringMatching(/^Building Temporal: \d\.\d s$/),
      `program ${cached()}`,
    ]);
  });

  it('is asked for in one sentence where Go is too old', async () => {
    writeGo('echo go version go1.20 linux/amd64');
    const { output, status } = await find();
    expect(output.trim().split('\n').at(-1)).toMatch(/^No Temporal was found, nor can it be downloaded: install/);
    expect(status).toBe(1);
  });

  it('is not cached where the build fails, and the next start tries again', async () => {
    writeGo('[ "$1" = version ] && { echo go version go1.26.8 linux/amd64; exit; }; echo no such module >&2; exit 1');
    const { output, status } = await find();
    expect(output).toMatch(
      /could not be built \(1\); its whole output is in .*temporal-build.log:\n {2}no such module/,
    );
    expect(status).toBe(1);
    expect(existsSync(cached())).toBe(false);
  });
});

describe('a lock', () => {
  type Lock = { release?(): void; holder?: { pid: number } };
  const { tryLock } = load<{ tryLock(file: string): Lock }>('lock.mjs');

  it('is held by one, given back, and taken over from a process that is gone', () => {
    const file = join(folder, 'lock');
    const first = tryLock(file);
    expect(tryLock(file).holder?.pid).toBe(process.pid);
    first.release?.();
    expect(existsSync(file)).toBe(false);
    const other = `import(${JSON.stringify(`file://${join(setup, 'lock.mjs')}`)}).then((m) => m.tryLock(process.argv[1]))`;
    expect(spawnSync(process.execPath, ['-e', other, file]).status).toBe(0);
    expect(existsSync(file)).toBe(true);
    const third = tryLock(file);
    expect(third.holder).toBeUndefined();
    writeFileSync(`${file}.note`, '');
    third.release?.();
    expect(readdirSync(folder)).toEqual(['lock.note']);
  });

  it('with broken content is taken over', () => {
    const file = join(folder, 'lock');
    writeFileSync(file, '{"pid":');
    expect(tryLock(file).release).toBeDefined();
  });
});
