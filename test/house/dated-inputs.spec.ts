import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RUN_COMMANDS, STATED_DATES } from '@app/domain';

interface Schema {
  readonly $ref?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

interface Operation {
  readonly 'x-permission'?: string;
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const api = JSON.parse(readFileSync(join(__dirname, '../../docs/openapi.json'), 'utf8')) as Description;

/** Dates that lie ahead when they are given, or are stated to a register; each has a rule of its own, in the function named. */
const PLANNED: Readonly<Record<string, string>> = {
  '/dates/applyBy': 'checkOrganisationPlan',
  '/dates/ballotBy': 'checkOrganisationPlan',
  '/dates/assessBy': 'checkOrganisationPlan',
  '/dueDate': 'decideProblem',
  '/receivedOn': 'decideSlip',
  '/until': 'releaseClock',
};

/** The commands of processes: every one is written by the local write that asks the rule of stated dates. */
const PROCESS_COMMANDS = new Set<string>(RUN_COMMANDS.map(({ name }) => name));

const dates = Object.entries(api.paths).flatMap(([path, operations]) =>
  Object.entries(operations).flatMap(([method, operation]) =>
    datesIn(operation.requestBody?.content['application/json'].schema ?? {}).map((pointer) => ({
      route: `${method} ${path}`,
      permission: operation['x-permission'] ?? '',
      pointer: pointer.replace(/^\/items\/\*/, ''),
    })),
  ),
);

function datesIn(schema: Schema, at = '', inside: readonly string[] = []): string[] {
  const { $ref, format, properties = {}, items, anyOf = [] } = schema;
  if ($ref) {
    const name = $ref.split('/').at(-1) ?? '';
    return inside.includes(name) ? [] : datesIn(api.components.schemas[name] ?? {}, at, [...inside, name]);
  }
  return [
    ...(format === 'date' || format === 'date-time' ? [at] : []),
    ...Object.entries(properties).flatMap(([name, part]) => datesIn(part, `${at}/${name}`, inside)),
    ...(items ? datesIn(items, `${at}/*`, inside) : []),
    ...anyOf.flatMap((part) => datesIn(part, at, inside)),
  ];
}

describe('every date that a request can hold', () => {
  it('is tied to the rule of stated dates, or lies ahead and has a rule of its own', () => {
    expect(dates.length).toBeGreaterThan(50);
    const untied = dates.filter(({ pointer }) => !Object.hasOwn(STATED_DATES, pointer) && !(pointer in PLANNED));
    expect(untied).toEqual([]);
    const met = new Set(dates.map(({ pointer }) => pointer));
    expect([...Object.keys(STATED_DATES), ...Object.keys(PLANNED)].filter((pointer) => !met.has(pointer))).toEqual([]);
  });

  it('stated of the past is stated to a process only, whose local write asks the rule', () => {
    const elsewhere = dates.filter(
      ({ pointer, permission }) => Object.hasOwn(STATED_DATES, pointer) && !PROCESS_COMMANDS.has(permission),
    );
    expect(elsewhere).toEqual([]);
  });
});
