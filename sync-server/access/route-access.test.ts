import Fastify from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import { describe, expect, it } from 'vitest';
import { declareAccess, type RouteAccess } from './route-access.ts';

function app() {
  const made = Fastify();
  declareAccess(made);
  return made;
}

describe('a route', () => {
  it.each([undefined, {}, { access: 'everything' as RouteAccess }])(
    '[A1] that declares %j is not added: the server does not start',
    (config) => {
      const options = config === undefined ? {} : { config };
      expect(() => app().get('/v1/new', options, () => 'here')).toThrow('GET /v1/new does not say who may ask');
    },
  );

  it.each(['orders', 'sync', 'public', 'any_user'] as const)('[A1] that declares %s is added, and described so', async (access) => {
    const described: unknown[] = [];
    const server = app();
    server.setSerializerCompiler(serializerCompiler);
    server.addHook('onRoute', ({ method, schema }) => {
      const { security, response } = schema as { security?: unknown; response?: object };
      if (method === 'GET') described.push([security, Object.keys(response ?? {})]);
    });
    server.get('/v1/new', { config: { access }, schema: {} }, () => 'here');
    await server.ready();
    expect(described).toEqual([access === 'public' ? [[], []] : [[{ bearer: [access] }], ['401', '403']]]);
    expect((await server.inject('/v1/new')).body).toBe('here');
  });

  it.each(['/', '/*', '/docs', '/docs/json', '*'])('of a plugin, %s, is public, because it cannot declare anything', (url) => {
    expect(() => app().route({ method: 'OPTIONS', url, handler: () => 'here' })).not.toThrow();
  });

  it.each(['/docs2', '/v1/*', '/v1', '/office'])('%s is none of a plugin', (url) => {
    expect(() => app().get(url, () => 'here')).toThrow('does not say who may ask');
  });
});
