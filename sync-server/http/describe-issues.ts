import type { RequestFault } from '../../domain/protocol/protocol.ts';

/** What a schema does not take, as the validator of fastify tells it: the code of zod, the path, and what else the issue says. */
export interface SchemaIssue {
  readonly keyword: string;
  readonly instancePath: string;
  readonly message?: string | undefined;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What a schema wants, in words. */
const WANTED: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};
const COUNTED: Readonly<Record<string, string>> = { string: ' characters', array: ' entries' };
/** What zod says where a schema has no sentence of its own. */
const PLAIN = /^(Invalid|Too small|Too big|Unrecognized)/;
/** No more of what may be sent is listed, and no more of a name that the sender made up is repeated. */
const MOST_LISTED = 30;
const MOST_REPEATED = 80;

const listed = (values: readonly unknown[]) =>
  values
    .slice(0, MOST_LISTED)
    .map((value) => JSON.stringify(value))
    .join(', ');
const oneOf = (values: readonly unknown[]) => (values.length === 1 ? `Send ${listed(values)}.` : `Send one of ${listed(values)}.`);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What to send instead of what the schema did not take. */
function fixOf({ keyword, message = '', params }: SchemaIssue): string {
  // A sentence of the schema says what is right; it is both.
  if (!PLAIN.test(message)) return message;
  const { origin, minimum, maximum, inclusive } = params;
  const counted = COUNTED[String(origin)] ?? '';
  switch (keyword) {
    case 'invalid_type':
      return `Send ${WANTED[String(params['expected'])] ?? String(params['expected'])}.`;
    case 'invalid_value':
      return oneOf(listOf(params['values']));
    case 'invalid_union':
      return 'options' in params ? oneOf(listOf(params['options'])) : unionFix(params);
    case 'too_small':
      return `Send ${inclusive === false ? 'more than' : 'at least'} ${String(minimum)}${counted}.`;
    case 'too_big':
      return `Send ${inclusive === false ? 'less than' : 'at most'} ${String(maximum)}${counted}.`;
    case 'invalid_format':
      return params['format'] === 'regex' ? `Send a text of the form ${String(params['pattern'])}.` : `Send a ${String(params['format'])}.`;
    default:
      return 'See /docs for what this address takes.';
  }
}

/** What each form that may be sent wants. */
function unionFix(params: SchemaIssue['params']): string {
  const forms = listOf(params['errors']).flatMap((issues) => {
    const [first] = listOf(issues) as readonly { readonly code: string; readonly message: string }[];
    return first === undefined ? [] : [fixOf({ keyword: first.code, instancePath: '', message: first.message, params: { ...first } })];
  });
  return [...new Set(forms)].join(' Or: ') || 'See /docs for what this address takes.';
}

function messageOf({ message = 'The request is not valid.', keyword }: SchemaIssue): string {
  return keyword === 'invalid_type' && message.endsWith('received undefined') ? 'This field is missing.' : message;
}

/**
 * All that a schema does not take of a request, each with what to send instead.
 * @param code the code of each.
 */
export function describeIssues<Code extends string>(
  issues: readonly SchemaIssue[],
  code: Code,
): [RequestFault & { code: Code }, ...(RequestFault & { code: Code })[]] {
  const faults = issues.flatMap((issue) => {
    const path = issue.instancePath.split('/').filter((part) => part !== '');
    if (issue.keyword === 'unrecognized_keys') {
      return listOf(issue.params['keys']).map((key) => {
        const field = [...path, String(key).slice(0, MOST_REPEATED)].join('.');
        return { code, field, message: 'This address takes no such field.', fix: 'Leave it out.' };
      });
    }
    const fault = { code, message: messageOf(issue), fix: fixOf(issue) };
    return [path.length === 0 ? fault : { ...fault, field: path.join('.') }];
  });
  const [first = { code, message: 'The request is not valid.', fix: 'See /docs for what this address takes.' }, ...others] = faults;
  return [first, ...others];
}
