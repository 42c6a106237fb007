import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** What people read who look for something: guides and decisions; the changelog tells of what was. */
const documents = execFileSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && file !== 'CHANGELOG.md' && !file.startsWith('test/'));

/** Paths in code spans that begin with a room of the tree and hold no placeholder. */
function pathsIn(text: string): string[] {
  return [
    ...text.matchAll(/`((?:libs|activities|workflows|services|bench|test|scripts|docs|docker|programmes)\/[^`\s]*)`/g),
  ]
    .map(([, path = '']) => path)
    .filter((path) => !/[<>*{}…]/.test(path));
}

describe('documents', () => {
  it.each(documents)('%s names only paths that are there', (file) => {
    const missing = pathsIn(readFileSync(join(root, file), 'utf8')).filter((path) => !existsSync(join(root, path)));
    expect(missing).toEqual([]);
  });

  it('name some at all', () => {
    expect(documents.flatMap((file) => pathsIn(readFileSync(join(root, file), 'utf8'))).length).toBeGreaterThan(50);
  });
});
