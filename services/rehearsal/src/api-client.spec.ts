import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiClient, Refused } from './api-client';

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

type Answer = (asked: Asked, times: number) => readonly [status: number, body?: object];

describe('how an actor asks', () => {
  let server: Server;
  let answer: Answer;
  let asked: Asked[];
  let client: ApiClient;
  let tokens: number;

  beforeEach(async () => {
    asked = [];
    tokens = 0;
    server = createServer((request, response) => {
      request.resume().on('end', () => {
        const { method = '', url = '', headers } = request;
        reply(response, { method, url, headers });
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    client = new ApiClient(`http://127.0.0.1:${port}`, () => 'word');
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  function reply(response: ServerResponse, question: Asked): void {
    const [status, body] = outcomeOf(question);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body && JSON.stringify(body));
  }

  function outcomeOf(question: Asked): ReturnType<Answer> {
    if (question.url.endsWith('/sessions')) return [201, { token: `token-${(tokens += 1)}` }];
    if (question.url.endsWith('/me')) return [200, { offices: OFFICES }];
    asked.push(question);
    return answer(question, asked.length);
  }

  it('repeats a request with an unknown outcome under the same key', async () => {
    answer = (_, times) => (times < 3 ? [503, { code: 'outcome-unknown' }] : [200, { step: 'building' }]);
    await expect(client.post('a', '/acts', { key: 'key-1' })).resolves.toEqual({ step: 'building' });
    expect(asked.map(({ headers }) => headers['idempotency-key'])).toEqual(['key-1', 'key-1', 'key-1']);
  });

  it('does not repeat what was refused, and says why', async () => {
    answer = () => [409, { code: 'wrong-step', detail: '当前环节不能办理此项' }];
    const refusal = client.post('a', '/acts', { key: 'key-1' }).catch((error: unknown) => error);
    await expect(refusal).resolves.toMatchObject({ status: 409, code: 'wrong-step' });
    expect(await refusal).toBeInstanceOf(Refused);
    expect(asked).toHaveLength(1);
  });

  it('signs in once, and again where the session is gone', async () => {
    answer = ({ headers }) =>
      headers.authorization === 'Bearer token-1' && asked.length === 2 ? [401, { code: 'not-signed-in' }] : [200, {}];
    await client.get('a', '/acts');
    await client.get('a', '/acts');
    expect(asked.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  it('speaks as the committee, where it holds an office there and others', async () => {
    answer = () => [200, {}];
    await client.get('a', '/acts');
    expect(asked[0]?.headers['duibiao-office']).toBe('office-of-the-committee');
  });

  it('reads every page of a list', async () => {
    answer = ({ url }) =>
      url.includes('cursor=next') ? [200, { items: [2], nextCursor: null }] : [200, { items: [1], nextCursor: 'next' }];
    await expect(client.list('a', '/acts?year=2020')).resolves.toEqual([1, 2]);
    expect(asked.map(({ url }) => url)).toEqual([
      '/api/v1/acts?year=2020&limit=200',
      '/api/v1/acts?year=2020&limit=200&cursor=next',
    ]);
  });
});

const OFFICES = [
  { id: 'office-of-an-organisation', role: 'organisation-secretary' },
  { id: 'office-of-the-committee', role: 'committee-officer' },
];
