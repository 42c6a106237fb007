import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '../..');
const { forbidden } = createRequire(__filename)(join(root, '.dependency-cruiser.cjs')) as {
  forbidden: { name: string; comment: string; severity: string }[];
};

/** Per rule one file that breaks it: where it stands and what it says. */
const faults: Record<string, [file: string, text: string]> = {
  'domain-alone': ['libs/domain/src/a.ts', `import { x } from '@app/contracts'; x;`],
  'domain-no-packages': ['libs/domain/src/b.ts', `import { z } from 'zod'; z;`],
  'domain-no-node': ['libs/domain/src/c.ts', `import { createHash } from 'node:crypto'; createHash;`],
  'contracts-over-domain': ['libs/contracts/src/a.ts', `import { x } from '@app/persistence'; x;`],
  'contracts-packages': ['libs/contracts/src/b.ts', `import { z } from 'zod'; z;`],
  'contracts-no-node': ['libs/contracts/src/c.ts', `import { join } from 'node:path'; join;`],
  'workflows-over-contracts': ['workflows/src/a.ts', `import { x } from '@app/persistence'; x;`],
  'workflows-activities-as-types': ['workflows/src/b.ts', `import { x } from '@app/activities'; x;`],
  'workflows-packages': ['workflows/src/phases/c.ts', `import { DataSource } from 'typeorm'; DataSource;`],
  'workflows-no-node': ['workflows/src/d.ts', `import { createHash } from 'node:crypto'; createHash;`],
  'persistence-over-domain': ['libs/persistence/src/a.ts', `import { x } from '@app/platform'; x;`],
  'persistence-packages': ['libs/persistence/src/b.ts', `import { z } from 'zod'; z;`],
  'persistence-node-crypto-only': [
    'libs/persistence/src/c.ts',
    `import { readFileSync } from 'node:fs'; readFileSync;`,
  ],
  'verify-by-index-only': ['libs/persistence/src/write/a.ts', `import { x } from '../verify/chain'; x;`],
  'entities-over-domain': ['libs/persistence/src/tables/plan.entity.ts', `import { x } from '../event-log'; x;`],
  'platform-alone': ['libs/platform/src/a.ts', `import { x } from '@app/domain'; x;`],
  'platform-no-database': ['libs/platform/src/b.ts', `import { DataSource } from 'typeorm'; DataSource;`],
  'engine-over-libs': ['libs/engine/src/a.ts', `import { x } from '@app/platform'; x;`],
  'engine-packages': ['libs/engine/src/b.ts', `import { z } from 'zod'; z;`],
  'activities-over-libs': ['activities/src/a.ts', `import { x } from '@app/workflows'; x;`],
  'api-over-libs': ['services/api/src/a.ts', `import { x } from '@app/activities'; x;`],
  'cli-over-libs': ['services/cli/src/a.ts', `import { x } from '@app/workflows'; x;`],
  'starter-over-libs': ['services/starter/src/a.ts', `import { x } from '@app/activities'; x;`],
  'worker-starts-only': ['services/worker/src/a.ts', `import { x } from '@app/domain'; x;`],
  'console-over-domain': ['services/console/src/a.ts', `import { x } from '@app/contracts'; x;`],
  'rehearsal-as-client': ['services/rehearsal/src/a.ts', `import { x } from '@app/persistence'; x;`],
  'rehearsal-types-of-console': ['services/rehearsal/src/b.ts', `import { x } from '../../console/src/api/client'; x;`],
  'api-folders-apart': ['services/api/src/plans/a.ts', `import { x } from '../ballots/b'; x;`],
  'no-cycles': ['libs/domain/src/egg.ts', `import { hen } from './hen'; export const egg = () => hen;`],
  'no-index-from-inside': ['services/api/src/plans/b.ts', `import { x } from './index'; x;`],
  'no-room-index-from-inside': ['workflows/src/phases/d.ts', `import { x } from '../index'; x;`],
  'no-relative-across-rooms': ['activities/src/b.ts', `import { x } from '../../libs/domain/src/index'; x;`],
  'no-test-in-code': ['services/api/src/b.ts', `import { x } from '../../../test/database'; x;`],
  'no-dev-packages-in-code': ['services/api/src/c.ts', `import { fc } from 'fast-check'; fc;`],
  'no-unlisted-packages': ['services/cli/src/b.ts', `import { x } from 'stray'; x;`],
  'no-unresolved': ['services/cli/src/c.ts', `import { x } from './nowhere'; x;`],
  'setup-for-starter': ['services/api/src/d.ts', `import { say } from '#setup/say'; say;`],
  'scripts-on-bare-node': ['scripts/start.mjs', `import { z } from 'zod'; z;`],
};

/** What the same rules must let pass. */
const clean: Record<string, string> = {
  'libs/domain/src/hen.ts': `import { egg } from './egg'; export const hen = () => egg;`,
  'libs/persistence/src/event-log.ts': `import { x } from '@app/domain'; import 'typeorm'; import 'node:crypto'; export { x };`,
  'libs/persistence/src/tables/vow.entity.ts': `import { x } from '@app/domain'; import 'typeorm'; import './oath.entity'; x;`,
  'libs/persistence/src/verify/chain.ts': `export const x = 1;`,
  'libs/persistence/src/index.ts': `export * from './verify/chain';`,
  'libs/persistence/src/tables/oath.entity.ts': `export const oath = 1;`,
  'workflows/src/good.ts': `import type { x } from '@app/activities'; import { y } from '@app/contracts'; export type X = typeof x; y;`,
  'services/api/src/plans/good.ts': `import { x } from '../edge/b'; import { y } from '@app/persistence'; x; y;`,
  'services/rehearsal/src/good.ts': `import type { x } from '../../console/src/api/schema'; export type X = typeof x;`,
  'services/api/src/plans/a.spec.ts': `import { x } from '../../../../test/database'; import 'fast-check'; x;`,
  'scripts/late.mjs': `await import('zod');`,
  'scripts/setup/say.mjs': `export const say = console.log;`,
  'services/starter/src/good.ts': `import { say } from '#setup/say'; say;`,
  'services/api/src/plans/index.ts': `export const x = 1;`,
  'services/api/src/ballots/b.ts': `export const x = 1;`,
  'services/api/src/edge/b.ts': `export const x = 1;`,
  'services/console/src/api/client.ts': `export const x = 1;`,
  'services/console/src/api/schema.d.ts': `export declare const x: number;`,
  'test/database.ts': `export const x = 1;`,
};

const places = ['libs', 'activities', 'workflows', 'services', 'test', 'scripts'];

/** The cruiser with our rules over the given folders of `cwd`. */
function cruise(cwd: string, type: string, folders: string[]) {
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = ['--config', join(root, '.dependency-cruiser.cjs'), '--output-type', type];
  return spawnSync(process.execPath, [cruiser, ...config, ...folders], { cwd, encoding: 'utf8', maxBuffer: 1 << 26 });
}

interface Violation {
  from: string;
  rule: { name: string };
}

describe('the import rules', () => {
  let folder: string;
  let violations: Violation[];

  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'imports-')));
    const write = (file: string, text: string) => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    };
    for (const pkg of ['zod', 'typeorm', 'fast-check', 'stray']) {
      write(`node_modules/${pkg}/package.json`, JSON.stringify({ name: pkg, version: '1.0.0', main: 'index.js' }));
      write(`node_modules/${pkg}/index.js`, '');
    }
    const dependencies = { zod: '1', typeorm: '1' };
    const imports = { '#setup/*': './scripts/setup/*.mjs' };
    write('package.json', JSON.stringify({ imports, dependencies, devDependencies: { 'fast-check': '1' } }));
    const paths = {
      '@app/domain': ['./libs/domain/src/index.ts'],
      '@app/contracts': ['./libs/contracts/src/index.ts'],
      '@app/persistence': ['./libs/persistence/src/index.ts'],
      '@app/platform': ['./libs/platform/src/index.ts'],
      '@app/engine': ['./libs/engine/src/index.ts'],
      '@app/activities': ['./activities/src/index.ts'],
      '@app/workflows': ['./workflows/src/index.ts'],
    };
    write('tsconfig.json', JSON.stringify({ compilerOptions: { module: 'nodenext', paths } }));
    for (const [index] of Object.values(paths)) write(index, 'export const x = 1, y = 1;');
    for (const [file, text] of [...Object.values(faults), ...Object.entries(clean)]) write(file, text);
    violations = (JSON.parse(cruise(folder, 'json', places).stdout) as { summary: { violations: Violation[] } }).summary
      .violations;
  }, 240_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(forbidden.map(({ name }) => name))('%s can fail', (name) => {
    expect(faults).toHaveProperty([name]);
    expect(violations.filter(({ rule }) => rule.name === name).map(({ from }) => from)).toContain(faults[name][0]);
  });

  it('lets pass what is allowed', () => {
    const allowed = Object.keys(clean).filter((file) => file !== 'libs/domain/src/hen.ts');
    expect(violations.filter(({ from }) => allowed.includes(from))).toEqual([]);
  });

  it('give a reason each, and all are errors', () => {
    for (const { comment, severity } of forbidden) {
      expect(comment).toMatch(/^[A-Z][^\n]+\.$/);
      expect(severity).toBe('error');
    }
  });

  it('hold in this tree', () => {
    const { stdout, status } = cruise(root, 'err', ['bench', ...places]);
    expect(status === 0 ? '' : stdout).toBe('');
  }, 240_000);

  it('are what npm run check runs, over every room', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(scripts.imports).toBe(
      'depcruise --config .dependency-cruiser.cjs libs activities workflows services bench test scripts',
    );
  });
});
