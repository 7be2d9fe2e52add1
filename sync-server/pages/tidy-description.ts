import { API_EXAMPLES } from './api-examples.ts';

type Members = Record<string, unknown>;

interface Content {
  schema?: object;
  example?: unknown;
}
interface Operation {
  readonly operationId?: string;
  readonly requestBody?: { readonly content: Record<string, Content> };
  readonly responses?: Record<string, { description?: string; readonly content?: Record<string, Content> }>;
}
/** An OpenAPI document, as far as it is tidied. */
export interface Description {
  readonly paths?: Record<string, Record<string, Operation>>;
  readonly components?: { readonly schemas?: Record<string, object> };
}

const MINOR = 'In whole minor units of the currency (cents).';
const FINE = 'In thousandths of a minor unit: 1250000 is USD 12.50.';
const STATUS: Readonly<Record<string, string>> = {
  '200': 'It is done.',
  '201': 'It is made.',
  '400': 'The request cannot be read, or the schema does not take it.',
  '401': 'The token is missing, not known, withdrawn or expired.',
  '403': 'The token has not the scope.',
  '404': 'There is no such thing.',
  '409': 'It conflicts with what is there.',
  '413': 'The body is too large.',
  '422': 'What is sent cannot be taken; `errors` lists all that is wrong.',
  '429': 'That was tried too often.',
  '503': 'The server cannot do it now; the same may be sent again in a few seconds.',
};
const REFERENCE = '#/components/schemas/';
const JSON_TYPE = 'application/json';

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Calls `visit` with each object in a value, the outermost first. */
function walk(value: unknown, visit: (members: Members) => void): void {
  if (Array.isArray(value)) for (const one of value) walk(one, visit);
  if (!isMembers(value)) return;
  visit(value);
  for (const member of Object.values(value)) walk(member, visit);
}

/** Says the unit of a property that holds money, where its own description does not. */
function sayUnit(name: string, schema: Members): void {
  const said = typeof schema['description'] === 'string' ? schema['description'] : '';
  if (/minor unit/i.test(said)) return;
  const isMinor = name === 'minor' || /Minor$/.test(name);
  const unit = isMinor ? MINOR : name === 'unitPrice' && schema['type'] === 'integer' ? FINE : null;
  if (unit !== null) schema['description'] = said === '' ? unit : `${said} ${unit}`;
}

/**
 * Says in words what a field is that was left out. Generators of types take a field with a `default` for one that is always there, and a
 * sender would have to send it.
 */
function sayDefault(schema: Members): void {
  const { default: value, ...rest } = schema;
  if (value === undefined) return;
  delete schema['default'];
  const said = typeof rest['description'] === 'string' ? `${rest['description']} ` : '';
  if (!said.includes('left out') && !said.includes('Required')) schema['description'] = `${said}Left out, it is ${JSON.stringify(value)}.`;
}

function describeProperties(document: Description): void {
  walk(document, ({ properties, required = [] }) => {
    if (!isMembers(properties)) return;
    for (const [name, schema] of Object.entries(properties)) {
      if (!isMembers(schema)) continue;
      sayUnit(name, schema);
      if (!(required as readonly string[]).includes(name)) sayDefault(schema);
    }
  });
}

function operationsOf({ paths = {} }: Description): Operation[] {
  return Object.values(paths).flatMap((methods) => Object.values(methods));
}

/** Moves the bodies and answers that stand in one operation alone to the named schemas, under its name. */
function nameSchemas(document: Description, schemas: Record<string, object>): void {
  for (const { operationId, requestBody, responses = {} } of operationsOf(document)) {
    if (operationId === undefined) continue;
    const name = operationId.charAt(0).toUpperCase() + operationId.slice(1);
    const move = (content: Content | undefined, id: string) => {
      if (content?.schema === undefined || '$ref' in content.schema) return;
      schemas[id] = content.schema;
      content.schema = { $ref: REFERENCE + id };
    };
    move(requestBody?.content[JSON_TYPE], `${name}Body`);
    for (const [status, { content }] of Object.entries(responses)) {
      if (status.startsWith('2'))
        move(content?.[JSON_TYPE], status === '200' || status === '201' ? `${name}Answer` : `${name}Answer${status}`);
    }
  }
}

function addExamples(document: Description): void {
  for (const { operationId, requestBody, responses = {} } of operationsOf(document)) {
    const { body, answers = {} } = API_EXAMPLES[operationId ?? ''] ?? {};
    const sent = requestBody?.content[JSON_TYPE];
    if (body !== undefined && sent !== undefined) sent.example = body;
    for (const [status, answer] of Object.entries(answers)) {
      const content = responses[status]?.content?.[JSON_TYPE];
      if (content !== undefined) content.example = answer;
    }
  }
}

/** Says what a status means, where its route does not. */
function nameStatuses(document: Description): void {
  for (const { responses = {} } of operationsOf(document)) {
    for (const [status, response] of Object.entries(responses)) {
      if (response.description === 'Default Response') response.description = STATUS[status] ?? 'The answer.';
    }
  }
}

/** The names of the schemas that something leads to, from the operations on. */
function reachable(document: Description, schemas: Record<string, object>): Set<string> {
  const found = new Set<string>();
  const follow = (value: unknown) =>
    walk(value, ({ $ref }) => {
      if (typeof $ref !== 'string' || !$ref.startsWith(REFERENCE)) return;
      const id = $ref.slice(REFERENCE.length);
      if (found.has(id)) return;
      found.add(id);
      follow(schemas[id]);
    });
  follow(document.paths);
  return found;
}

/** What a schema is called that exists as it is sent and as it is answered: `Input` is said only where both are used. */
function shortNames(used: ReadonlySet<string>): Map<string, string> {
  const inputs = [...used].filter((id) => id.endsWith('Input')).map((id) => [id, id.slice(0, -'Input'.length)] as const);
  return new Map(inputs.filter(([, short]) => !used.has(short)));
}

/**
 * Makes the document that is generated from routes and schemas one to read and to generate code from: bodies and answers have names, money
 * says its unit, examples stand where they belong, and no schema is left that nothing uses.
 */
export function tidyDescription<D extends Description>(generated: D): D {
  const document = structuredClone(generated);
  const schemas: Record<string, object> = { ...document.components?.schemas };
  nameSchemas(document, schemas);
  addExamples(document);
  nameStatuses(document);
  const used = reachable(document, schemas);
  const short = shortNames(used);
  const kept = Object.fromEntries([...used].map((id) => [short.get(id) ?? id, schemas[id]] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
  const tidied = { ...document, components: { ...document.components, schemas: kept } };
  walk(tidied, (members) => {
    const { $ref } = members;
    if (typeof $ref !== 'string' || !$ref.startsWith(REFERENCE)) return;
    const id = $ref.slice(REFERENCE.length);
    members['$ref'] = REFERENCE + (short.get(id) ?? id);
  });
  describeProperties(tidied);
  return tidied;
}
