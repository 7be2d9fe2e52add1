import { validatorCompiler } from 'fastify-type-provider-zod';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { quantity } from '../../domain/base/envelope.ts';
import { describeIssues, type SchemaIssue } from './describe-issues.ts';

const schema = z.strictObject({
  name: z.string(),
  count: z.number().int().max(9),
  level: z.number().gt(0),
  quantity,
  side: z.enum(['left', 'right']),
  way: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('a') }), z.strictObject({ kind: z.literal('b') })]),
  either: z.union([z.string().min(2), z.array(z.number())]),
  day: z.iso.date(),
  code: z.string().regex(/^[a-z]+$/),
  list: z.array(z.string()).min(2),
  flag: z.literal(true),
});
const GOOD = {
  ...{ name: 'n', count: 1, level: 1, quantity: 1, side: 'left', way: { kind: 'a' }, either: 'ab', day: '2026-01-31', code: 'a' },
  ...{ list: ['a', 'b'], flag: true },
};

function faultsOf(body: unknown) {
  const read = validatorCompiler({ schema, method: 'POST', url: '/' })(body) as { readonly error?: readonly SchemaIssue[] };
  return read.error === undefined ? [] : describeIssues(read.error, 'bad_request');
}

describe('what a schema does not take', () => {
  it.each([
    ['a missing field', { name: undefined }, 'name', 'Send a text.'],
    ['another type', { name: 1 }, 'name', 'Send a text.'],
    ['a part of a whole', { count: 0.5 }, 'count', 'Send a whole number.'],
    ['too much', { count: 10 }, 'count', 'Send at most 9.'],
    ['nothing where more is wanted', { level: 0 }, 'level', 'Send more than 0.'],
    ['what a sentence of ours forbids', { quantity: 0 }, 'quantity', 'A quantity is at least 1.'],
    ['no such choice', { side: 'up' }, 'side', 'Send one of "left", "right".'],
    ['the only value', { flag: false }, 'flag', 'Send true.'],
    ['no such kind', { way: { kind: 'c' } }, 'way.kind', 'Send one of "a", "b".'],
    ['none of two forms', { either: true }, 'either', 'Send a text. Or: Send a list.'],
    ['no day', { day: 'soon' }, 'day', 'Send a date.'],
    ['another form', { code: '1' }, 'code', 'Send a text of the form /^[a-z]+$/.'],
    ['too few', { list: ['a'] }, 'list', 'Send at least 2 entries.'],
    ['an entry', { list: ['a', 1] }, 'list.1', 'Send a text.'],
    ['a field too many', { other: 1 }, 'other', 'Leave it out.'],
    ['a field too many, deep', { way: { kind: 'a', more: 1 } }, 'way.more', 'Leave it out.'],
  ])('%s is told with what to send', (_what, wrong, field, fix) => {
    expect(faultsOf(GOOD)).toEqual([]);
    expect(faultsOf({ ...GOOD, ...wrong })).toEqual([{ code: 'bad_request', field, fix, message: expect.stringMatching(/\S/) as string }]);
  });

  it('lists all that is wrong, and says of what is no object at all what it should be', () => {
    expect(faultsOf({ ...GOOD, name: 1, list: [], other: 1, another: 1 }).map(({ field }) => field)).toEqual([
      ...['name', 'list', 'other', 'another'],
    ]);
    expect(faultsOf('text')).toMatchObject([{ fix: 'Send an object.' }]);
    expect(faultsOf({ ...GOOD, ['x'.repeat(500)]: 1 })[0]?.field).toHaveLength(80);
  });

  it('calls a missing field missing', () => {
    expect(faultsOf({ ...GOOD, day: undefined })[0]?.message).toBe('This field is missing.');
  });
});
