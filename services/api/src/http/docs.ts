import type { NestExpressApplication } from '@nestjs/platform-express';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The description at `/api/openapi.json`, and a page for people at `/api/docs`. */
export function serveDocs(app: NestExpressApplication, description: Readonly<Record<string, unknown>>): void {
  SwaggerModule.setup('api/docs', app, description as unknown as OpenAPIObject, {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: '对标 Duibiao',
  });
}
