import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
type Lock = { packages: Record<string, { version?: string; resolved?: string }> };
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;

/** docs/decisions/0007-lock-file.md */
describe('package-lock.json', () => {
  it('names the packages of every platform', () => {
    const check = spawnSync(process.execPath, [join(root, 'scripts/lock-fix.mjs'), '--check'], { encoding: 'utf8' });
    expect(check).toMatchObject({ stderr: '', status: 0 });
  });

  it('holds no address of a registry', () => {
    expect(Object.values(lock.packages).filter(({ resolved }) => resolved?.includes('://'))).toEqual([]);
  });

  it('has one copy of protobufjs 8', () => {
    const copies = Object.entries(lock.packages).filter(([place]) => place.endsWith('node_modules/protobufjs'));
    expect(copies.filter(([, { version }]) => version?.startsWith('8.')).map(([place]) => place)).toEqual([
      'node_modules/protobufjs',
    ]);
  });
});
