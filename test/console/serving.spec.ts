import { HttpWorld } from '../support/http';
import { LocalWorld } from '../support/local-world';

describe('the console as it is served', () => {
  let world: LocalWorld;
  let address: string;
  let http: HttpWorld;
  beforeAll(async () => {
    world = await LocalWorld.open({ key: 'serving' });
    http = await HttpWorld.open({ dataSource: world.dataSource, campaign: world.campaign });
    address = `http://127.0.0.1:${await http.listen()}`;
  });
  afterAll(async () => {
    await http?.close();
    await world?.close();
  });

  const get = (path: string, headers: Record<string, string> = {}) => fetch(address + path, { headers });

  it('answers every address of its pages with its one page, asked for each time', async () => {
    const [first, deep] = [await get('/'), await get('/overview?year=2020')];
    const page = await first.text();
    expect(page).toContain('<div id="root">');
    expect(await deep.text()).toBe(page);
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const again = await get('/', { 'if-none-match': first.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });

  it('lets a page load scripts of its own origin only, and none that stand in the page', async () => {
    const { headers } = await get('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("default-src 'self'");
    expect(await (await get('/')).text()).not.toMatch(/<script(?![^>]* src=)|https?:\/\/(?!www\.w3\.org)/);
  });

  it('keeps files named by their content for ever, compressed as they were built', async () => {
    const page = await (await get('/')).text();
    const [, script = ''] = /src="(\/assets\/[^"]+\.js)"/.exec(page) ?? [];
    const plain = await get(script, { 'accept-encoding': 'identity' });
    expect(plain.headers.get('cache-control')).toBe('public,max-age=31536000,immutable');
    const text = await plain.text();
    for (const encoding of ['br', 'gzip']) {
      const { headers } = await get(script, { 'accept-encoding': encoding });
      expect(headers.get('content-encoding')).toBe(encoding);
      expect(headers.get('vary')).toContain('Accept-Encoding');
      expect(Number(headers.get('content-length'))).toBeLessThan(text.length / 2);
    }
  });

  it('leaves to the API what is its own: no page where a file or a route is missing', async () => {
    for (const path of ['/api/v1/nothing', '/assets/gone-12345678.js']) {
      const answer = await get(path);
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
        path,
        404,
        'application/problem+json; charset=utf-8',
      ]);
    }
    expect((await get('/health/live')).status).toBe(200);
    expect((await get('/api/docs')).headers.get('content-security-policy')).toContain("'unsafe-inline'");
  });

  it('says a refusal’s title in the language that is asked for', async () => {
    const titleIn = async (language: string) => {
      const answer = await get('/api/v1/me', { 'accept-language': language });
      return ((await answer.json()) as { title: string }).title;
    };
    expect(await titleIn('zh')).toBe('未登录或登录已过期');
    expect(await titleIn('en-GB,en;q=0.9')).toBe('Not signed in, or the session has ended');
  });

  it('loads at most 400 kB before its lazy parts', async () => {
    const page = await (await get('/')).text();
    const files = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, file]) => file);
    const sizes = await Promise.all(
      files.map(async (file) =>
        Number((await get(file ?? '', { 'accept-encoding': 'gzip' })).headers.get('content-length')),
      ),
    );
    expect(files.length).toBeGreaterThan(1);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(400_000);
  });
});
