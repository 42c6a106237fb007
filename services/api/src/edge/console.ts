import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import sirv from 'sirv';
import { DomainError } from '@app/domain';
import type { AskedRequest } from './asked-request';
import { sendProblem } from './problem';

/** What the API itself answers; everything else that is read is the console's. */
const OURS = /^\/(api|health|metrics)(\/|$)/;

/** dist/console, seen from the compiled file and from the source. */
const FOLDERS = ['../../../../console', '../../../../dist/console'].map((path) => join(__dirname, path));

const A_YEAR_S = 31_536_000;

/**
 * The web console at `/`, any address of its pages included: files named by their content are kept for ever, index.html
 * is asked for each time, both as compressed when they were built. Where it was not built a page says how.
 */
export function serveConsole(app: NestExpressApplication): void {
  const folder = FOLDERS.find((place) => existsSync(join(place, 'index.html')));
  const serve = folder === undefined ? sayNotBuilt : serveFrom(folder);
  app.use((request: AskedRequest, response: Response, next: NextFunction) => {
    if (!['GET', 'HEAD'].includes(request.method) || OURS.test(request.path)) return next();
    return serve(request, response, () =>
      sendProblem(response, new DomainError('not-found', '没有这个地址', {}), request.requestId),
    );
  });
}

function serveFrom(folder: string): RequestHandler {
  return sirv(folder, {
    single: true,
    brotli: true,
    gzip: true,
    etag: true,
    maxAge: A_YEAR_S,
    immutable: true,
    setHeaders: (response, path) => {
      if (!path.startsWith('/assets/')) response.setHeader('Cache-Control', 'no-cache');
    },
  });
}

function sayNotBuilt(_: Request, response: Response): void {
  response.status(503).type('html').send(NOT_BUILT);
}

const NOT_BUILT = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>对标 Duibiao</title></head><body>
<p>网页尚未生成：请在项目目录执行 <code>npm run build</code>，再重新启动服务。</p>
<p lang="en">The console is not built: run <code>npm run build</code> in the project's folder and start the service again.</p>
</body></html>
`;
