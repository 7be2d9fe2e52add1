import { describe, expect, it } from 'vitest';
import { tidyDescription } from './tidy-description.ts';

const REF = '#/components/schemas/';
const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const sent = (operationId: string, body: object, answer: object) => ({
  paths: {
    '/v1/things': {
      post: { operationId, requestBody: json(body), responses: { 200: json(answer), 409: { description: 'Default Response' } } },
    },
  },
  components: {
    schemas: {
      Thing: { type: 'object', properties: { totalMinor: { type: 'integer' }, part: { $ref: `${REF}Part` } } },
      ThingInput: { type: 'object', properties: { part: { $ref: `${REF}PartInput` } } },
      Part: { type: 'string' },
      PartInput: { type: 'string', minLength: 1 },
      Unused: { type: 'string' },
    } as Record<string, object>,
  },
});
const contentOf = (part: unknown) => (part as ReturnType<typeof json>).content['application/json'];

describe('the description of the API, tidied', () => {
  it('keeps what is used, and says Input only where both forms are', () => {
    const { components, paths } = tidyDescription(sent('makeThing', { $ref: `${REF}ThingInput` }, { type: 'string' }));
    expect(Object.keys(components.schemas)).toEqual(['MakeThingAnswer', 'Part', 'Thing']);
    expect(components.schemas['Part']).toEqual({ type: 'string', minLength: 1 });
    expect(components.schemas['Thing']).toMatchObject({ properties: { part: { $ref: `${REF}Part` } } });
    expect(contentOf(paths['/v1/things'].post.requestBody).schema).toEqual({ $ref: `${REF}Thing` });
    const both = tidyDescription(sent('makeThing', { $ref: `${REF}ThingInput` }, { $ref: `${REF}Thing` }));
    expect(Object.keys(both.components.schemas)).toEqual(['Part', 'PartInput', 'Thing', 'ThingInput']);
  });

  it('says the unit of money, and what is left out, in words', () => {
    const properties = {
      feeMinor: { type: 'integer', description: 'The fee.' },
      paidMinor: { type: 'integer', description: 'Paid, in minor units.' },
      unitPrice: { type: 'integer' },
      limit: { type: 'integer', default: 5 },
      email: { type: 'string', default: '', description: 'May be left out.' },
    };
    const { components } = tidyDescription(sent('makeThing', { type: 'object', properties }, { type: 'string' }));
    expect(components.schemas['MakeThingBody']).toEqual({
      type: 'object',
      properties: {
        feeMinor: { type: 'integer', description: 'The fee. In whole minor units of the currency (cents).' },
        paidMinor: { type: 'integer', description: 'Paid, in minor units.' },
        unitPrice: { type: 'integer', description: 'In thousandths of a minor unit: 1250000 is USD 12.50.' },
        limit: { type: 'integer', description: 'Left out, it is 5.' },
        email: { type: 'string', description: 'May be left out.' },
      },
    });
  });

  it('puts examples where they belong, and names what a status means', () => {
    const { paths } = tidyDescription(sent('tellArrival', { type: 'object' }, { type: 'string' }));
    const { requestBody, responses } = paths['/v1/things'].post;
    expect(contentOf(requestBody)).toMatchObject({ example: { bay: '3' } });
    expect(responses[409].description).toBe('It conflicts with what is there.');
  });

  it('changes nothing of what it is given', () => {
    const given = sent('makeThing', { $ref: `${REF}ThingInput` }, { type: 'string' });
    const before = structuredClone(given);
    tidyDescription(given);
    expect(given).toEqual(before);
  });
});
