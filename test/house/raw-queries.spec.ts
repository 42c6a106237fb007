import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** What only a text of SQL has, or a call that takes one. */
const RAW = [
  /\.query\s*(<|\()/,
  /\bSELECT\b[^;]*\bFROM\b/,
  /\b(INSERT|REPLACE)\s+INTO\b/,
  /\bUPDATE\b[^;]*\bSET\b/,
  /\bDELETE\s+FROM\b/,
];

const files = execFileSync(
  'git',
  ['ls-files', '-z', '--cached', '--others', '--exclude-standard', 'activities', 'workflows'],
  {
    cwd: root,
    encoding: 'utf8',
  },
)
  .split('\0')
  .filter((file) => file.endsWith('.ts'));

describe('activities and workflows', () => {
  it('are there', () => {
    expect(files.length).toBeGreaterThan(20);
  });

  it('ask the database by functions of libs/persistence alone', () => {
    const raw = files.filter((file) => RAW.some((one) => one.test(readFileSync(join(root, file), 'utf8'))));
    expect(raw).toEqual([]);
  });
});
