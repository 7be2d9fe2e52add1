import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { App } from '../access/route-context.ts';
import { type Description, tidyDescription } from './tidy-description.ts';
import { NAMED_SCHEMAS } from './named-schemas.ts';

/** Describes the API as OpenAPI 3.1: for people at `/docs`, for programs at `/docs/json`. Call it before any route is added. */
export async function describeApi(app: App): Promise<void> {
  for (const [id, schema] of Object.entries(NAMED_SCHEMAS)) z.globalRegistry.add(schema, { ...z.globalRegistry.get(schema), id });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.1',
      info: {
        title: 'Outpost sync server',
        description:
          'The pool: journal intake, change feed, orders, sourcing and availability. Amounts are whole numbers of minor units (cents) ' +
          'and end in Minor; prices are decimal text. A refusal lists all that is wrong in `errors`, each with what to send instead.',
        version: '1',
      },
      servers: [{ url: '/', description: 'This server.' }],
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', description: 'The token of a register, an API key, or the token of an office user.' },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: (document) => tidyDescription(jsonSchemaTransformObject(document) as Description),
  });
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true });
}
