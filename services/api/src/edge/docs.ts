import type { NestExpressApplication } from '@nestjs/platform-express';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { PERMISSION_NAMES, PERMISSIONS, ROLE_DEFINITIONS } from '@app/domain';
import { PROBLEMS_PAGE } from './problem';
import { CODE_MEANINGS } from './status';

/** The description at `/api/openapi.json`, a page for people at `/api/docs`, and one of error codes and permissions. */
export function serveDocs(app: NestExpressApplication, description: Readonly<Record<string, unknown>>): void {
  const page = drawProblemsPage();
  app.use(PROBLEMS_PAGE, (_: Request, response: Response) => response.type('html').send(page));
  SwaggerModule.setup('api/docs', app, description as unknown as OpenAPIObject, {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: '对标 Duibiao',
  });
}

function drawProblemsPage(): string {
  const codes = Object.entries(CODE_MEANINGS).map(([code, { status, title, titleEn }]) => {
    return `<tr id="${code}"><td>${status}</td><td><code>${code}</code></td><td>${title}</td><td>${titleEn}</td></tr>`;
  });
  const permissions = PERMISSION_NAMES.map((name) => {
    const { kind, scope, roles } = PERMISSIONS[name];
    const offices = roles.map((role) => ROLE_DEFINITIONS[role].zh).join('、');
    return `<tr id="${name}"><td><code>${name}</code></td><td>${kind}</td><td>${scope}</td><td>${offices}</td></tr>`;
  });
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>对标 Duibiao</title></head><body>
<h1>错误代码 Error codes</h1><table><tr><th>status</th><th>code</th><th>说明</th><th>meaning</th></tr>${codes.join('')}</table>
<h1>权限 Permissions</h1><table><tr><th>permission</th><th>kind</th><th>scope</th><th>岗位</th></tr>${permissions.join('')}</table>
</body></html>`;
}
