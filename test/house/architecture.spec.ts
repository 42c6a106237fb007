import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** The folders of the map: each line of the tree names one, two blanks deeper per level, ended by `/`. */
function foldersOfMap(markdown: string): string[] {
  const tree = /```text\n(services\/[\s\S]*?)```/.exec(markdown)?.[1] ?? '';
  const path: string[] = [];
  return tree
    .split('\n')
    .map((line) => /^( *)(\S+)\/(?: |$)/.exec(line))
    .filter((match) => match !== null)
    .map(([, indent, name]) => {
      path.splice(indent.length / 2, Infinity, name);
      return path.join('/');
    });
}

/** The folders that git knows or would add, `.ci` and the like left out. */
function foldersOfTree(): string[] {
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  }).split('\0');
  const folders = files.flatMap((file) =>
    file
      .split('/')
      .slice(0, -1)
      .map((_, depth, parts) => parts.slice(0, depth + 1).join('/')),
  );
  return [...new Set(folders)].filter((folder) => !folder.startsWith('.'));
}

/** A folder per resource, a folder per release: the map says so once, in the line of the folder above. */
const isOneOfMany = (folder: string) =>
  /^(services\/api\/src\/(?!(?:edge|process)(\/|$))|test\/replay\/histories\/)/.test(folder);

describe('the map in docs/architecture.md', () => {
  const map = foldersOfMap(readFileSync(join(root, 'docs/architecture.md'), 'utf8'));

  it('names each folder of the tree', () => {
    const missing = foldersOfTree().filter((folder) => !isOneOfMany(folder) && !map.includes(folder));
    expect(missing).toEqual([]);
  });

  it('names no folder that is not there', () => {
    const tree = foldersOfTree();
    expect(map.filter((folder) => !tree.includes(folder))).toEqual([]);
  });

  it('names each once', () => {
    expect(map).toEqual([...new Set(map)]);
  });
});
