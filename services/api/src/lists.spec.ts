import 'reflect-metadata';
import { z } from 'zod';
import { CONTROLLERS } from './app.module';
import { columnsOf } from './edge/csv/columns';
import { lineOf, routesOf } from './edge/routes';

const lists = routesOf(CONTROLLERS)
  .filter((route) => lineOf(route) !== null)
  .map((route) => [route.path, lineOf(route) ?? z.object({})] as const);

describe('the columns of lists', () => {
  it.each(lists)('%s: every field has its own', (_, line) => {
    const headings = columnsOf(line).map(({ heading }) => heading);
    expect(new Set(headings).size).toBe(headings.length);
    for (const heading of headings) expect(heading).toMatch(/^\p{Script=Han}/u);
    const fields = Object.keys(line.shape).filter((name) => name !== 'allowedActions');
    const found = headings.flatMap((heading) => / ([A-Za-z.]+)(?:（|$)/.exec(heading)?.[1] ?? []);
    expect([...new Set(found.map((path) => path.split('.')[0]))].sort()).toEqual(fields.sort());
  });

  it.each(lists)('%s: instants say their zone, ids stand last and not alone', (_, line) => {
    const headings = columnsOf(line).map(({ heading }) => heading);
    for (const [name, schema] of Object.entries(line.shape)) {
      const { format } = z.globalRegistry.get(innermost(schema as z.ZodType)) ?? {};
      if (format === 'date-time') expect(headings.join()).toContain(` ${name}（Asia/Shanghai）`);
    }
    expect(headings[0]).not.toMatch(/标识/);
  });
});

function innermost(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodNullable ? innermost(schema.unwrap()) : schema;
}
