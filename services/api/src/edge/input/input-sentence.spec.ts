import 'reflect-metadata';
import { z } from 'zod';
import { DomainError, type InputFault } from '@app/domain';
import { CONTROLLERS } from '../../app.module';
import { routesOf } from '../routes';
import { ValidationPipe } from './validation.pipe';

/** What nobody should send, and somebody will. */
const WRONG: readonly unknown[] = [
  undefined,
  null,
  '',
  ' ',
  'x',
  'x'.repeat(5000),
  0,
  -1,
  1.5,
  1e12,
  Number.NaN,
  true,
  {},
  { x: 1 },
  [],
  [1],
  ['x'],
  Array(300).fill('x'),
];

const shapes = routesOf(CONTROLLERS).flatMap(({ method, path, body, query }) => [
  ...(body ? [[`${method} ${path}`, body, 'body'] as const] : []),
  ...(query ? [[`${method} ${path}?`, query, 'query'] as const] : []),
]);

const pipe = new ValidationPipe();

async function faultsOf(schema: z.ZodType, type: 'body' | 'query', value: unknown): Promise<readonly InputFault[]> {
  try {
    await pipe.transform(value, { schema, type });
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.details.errors as InputFault[];
  }
}

/** The shape with one of its fields, however deep, given this value. */
function* misfits(schema: unknown, wrong: unknown): Generator<unknown> {
  yield wrong;
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodObject) {
    for (const [name, field] of Object.entries(inner.shape)) {
      for (const value of misfits(field, wrong)) yield { [name]: value };
    }
  } else if (inner instanceof z.ZodArray) {
    for (const value of misfits(inner.element, wrong)) yield [value];
  }
}

function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault
    ? unwrapped(schema.unwrap())
    : schema;
}

describe('what a wrong field is told', () => {
  it.each(shapes)('%s: in Chinese, whatever is wrong with it', async (_, schema, type) => {
    const messages = new Set<string>();
    for (const wrong of WRONG) {
      for (const value of misfits(schema, wrong)) {
        for (const { message } of await faultsOf(schema, type, value)) messages.add(message);
      }
    }
    expect(messages.size).toBeGreaterThan(0);
    for (const message of messages) {
      expect(message).toMatch(/^[\p{Script=Han}“]|Idempotency/u);
      const said = message.replace(/^只能填：.*/, ''); // the values themselves are codes
      expect(said).not.toMatch(/\b(expected|received|invalid|string|number|undefined|array|must|too)\b/i);
    }
  });
});
