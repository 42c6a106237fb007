import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

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

/** The files that git knows or would add. */
function filesOfTree(...rooms: readonly string[]): string[] {
  return execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', ...rooms], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\0')
    .filter((file) => file !== '');
}

/** The folders of the tree, `.ci` and the like left out. */
function foldersOfTree(): string[] {
  const folders = filesOfTree().flatMap((file) =>
    file
      .split('/')
      .slice(0, -1)
      .map((_, depth, parts) => parts.slice(0, depth + 1).join('/')),
  );
  return [...new Set(folders)].filter((folder) => !folder.startsWith('.'));
}

/** A folder per resource, a folder per release: the map says so once, in the line of the folder above. */
const isOneOfMany = (folder: string) =>
  /^(services\/api\/src\/(?!(?:edge|process)(\/|$))|services\/console\/src\/pages\/|test\/replay\/(?:histories|streams)\/)/.test(
    folder,
  );

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

describe('the rooms of the code', () => {
  it('hold at most forty files each: a wider one is a drawer', () => {
    const sizes = new Map<string, number>();
    for (const file of filesOfTree('libs', 'activities', 'workflows', 'services')) {
      sizes.set(dirname(file), (sizes.get(dirname(file)) ?? 0) + 1);
    }
    expect(sizes.get('libs/persistence/src/verify')).toBeGreaterThan(0);
    expect([...sizes].filter(([, files]) => files > 40)).toEqual([]);
  });
});
