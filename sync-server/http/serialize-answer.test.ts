import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createAnswerSerializer } from './serialize-answer.ts';

describe('createAnswerSerializer', () => {
  function serialize(schema: z.ZodType, answer: unknown): { text: unknown; logged: string[] } {
    const logged: string[] = [];
    const compile = createAnswerSerializer(pino({}, { write: (line: string) => logged.push(line) }));
    return { text: compile({ schema, method: 'GET', url: '/v1/things', httpStatus: '200' })(answer), logged };
  }

  it('leaves out what the route does not document', () => {
    expect(serialize(z.object({ a: z.number() }), { a: 1, secret: 'x' })).toEqual({ text: '{"a":1}', logged: [] });
  });

  it.each([
    ['a number beyond its bound', z.object({ a: z.number().max(5) }), { a: 6 }],
    ['a field that is missing', z.object({ a: z.number(), b: z.string() }), { a: 6 }],
    ['another field', z.strictObject({ a: z.number() }), { a: 6, b: 1 }],
  ])('gives an answer with %s all the same, and logs it', (_, schema, answer) => {
    const { text, logged } = serialize(schema, answer);
    expect(JSON.parse(String(text))).toEqual(answer);
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain('/v1/things');
  });
});
