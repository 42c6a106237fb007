import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const source = join(__dirname, '../../services/console/src');

type Tree = { readonly [key: string]: string | Tree };

/** The keys of a file of words, dotted; the forms of a plural are one key. */
function keysOf(words: Tree, at = ''): string[] {
  const keys = Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${at}${key.replace(/_(one|other)$/, '')}`] : keysOf(value, `${at}${key}.`),
  );
  return [...new Set(keys)].sort();
}

const read = (file: string) => readFileSync(file, 'utf8');
const wordsOf = (folder: string, language: 'zh' | 'en') => JSON.parse(read(join(folder, `${language}.json`))) as Tree;

function* codeIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* codeIn(path);
    else if (/(?<!\.spec|\.d)\.tsx?$/.test(entry.name)) yield path;
  }
}

const folders = ['app', 'parts', ...readdirSync(join(source, 'pages')).map((name) => `pages/${name}`)].map((name) =>
  join(source, name),
);

/** What the code asks for, per namespace: `t('key')` of the file's `useTranslation`, a key with a part filled in as a pattern. */
const asked = [...codeIn(source)].flatMap((file) => {
  const text = read(file);
  const [, namespace] = /useTranslation\(\[?'([^']+)'/.exec(text) ?? [];
  return [...text.matchAll(/\bt\(\s*(['`])(.+?)\1/g)]
    .map(([, , key = '']) => ({ file, key, namespace }))
    .concat(
      [...text.matchAll(/\bt\([^'`)]*\? '([^']+)' : '([^']+)'/g)].flatMap(([, one = '', other = '']) => [
        { file, key: one, namespace },
        { file, key: other, namespace },
      ]),
    )
    .map(({ key, ...rest }) => ({
      ...rest,
      key,
      pattern: new RegExp(`^${key.replaceAll('.', '\\.').replace(/\$\{[^}]+\}/g, '[^.]+')}$`),
    }));
});

describe.each(folders.map((folder) => [basename(folder), folder]))('the words of %s', (namespace, folder) => {
  it('are there in both languages, key by key, none empty', () => {
    for (const language of ['zh', 'en'] as const) expect(existsSync(join(folder, `${language}.json`))).toBe(true);
    const [zh, en] = [wordsOf(folder, 'zh'), wordsOf(folder, 'en')];
    expect(keysOf(en)).toEqual(keysOf(zh));
    expect(JSON.stringify([zh, en])).not.toContain('""');
    expect(JSON.stringify(en)).not.toMatch(/\p{Script=Han}/u);
  });

  it('are all asked for, and none is asked for that is not there', () => {
    const keys = keysOf(wordsOf(folder, 'zh'));
    const own = asked.filter((one) => one.namespace === namespace);
    const absent = own.filter(({ key, pattern }) => key !== 'title' && !keys.some((known) => pattern.test(known)));
    expect(absent.map(({ key, file }) => `${file}: ${key}`)).toEqual([]);
    const unused = keys.filter((known) => known !== 'title' && !own.some(({ pattern }) => pattern.test(known)));
    expect(unused).toEqual([]);
  });
});

it('every word on a page has a namespace, and no Chinese stands in the code of a page', () => {
  expect(asked.length).toBeGreaterThan(30);
  expect(asked.filter(({ namespace }) => namespace === undefined).map(({ file, key }) => `${file}: ${key}`)).toEqual(
    [],
  );
  const spoken = [...codeIn(join(source, 'pages'))].filter((file) =>
    /\p{Script=Han}/u.test(read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')),
  );
  expect(spoken).toEqual([]);
});
