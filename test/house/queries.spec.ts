import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** The sources of these folders, specs left out, of which the text matches. */
function filesWith(folders: readonly string[], patterns: readonly RegExp[]): { all: number; matching: string[] } {
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', ...folders], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\0')
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
  const matching = files.filter((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return patterns.some((pattern) => pattern.test(text));
  });
  return { all: files.length, matching };
}

describe('queries', () => {
  it('stand in no activity and no workflow: those ask by functions of libs/persistence', () => {
    const { all, matching } = filesWith(
      ['activities', 'workflows'],
      [
        /\.query\s*[<(]/,
        /\bSELECT\b[^;]*\bFROM\b/,
        /\bINSERT\s+(IGNORE\s+)?INTO\b/,
        /\bUPDATE\b[^;]*\bSET\b/,
        /\bDELETE\s+FROM\b/,
      ],
    );
    expect(all).toBeGreaterThan(20);
    expect(matching).toEqual([]);
  });

  it('look into no JSON: what they look for has a column', () => {
    const { matching } = filesWith(['libs', 'services', 'activities'], [/\bJSON_[A-Z]+\s*\(/]);
    expect(matching).toEqual([]);
  });

  it('take what the domain names from the domain: the compiler knows each step of a run in them', () => {
    const { all, matching } = filesWith(
      ['libs/persistence/src/read', 'libs/persistence/src/write', 'libs/persistence/src/establish'],
      [/\b(step|phase|mode|target|result|recheck|disposition)\b\s*(=|<>|<=>|(NOT )?IN \()\s*'/],
    );
    expect(all).toBeGreaterThan(50);
    expect(matching).toEqual([]);
  });
});
