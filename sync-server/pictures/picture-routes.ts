import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { entityId } from '../../domain/base/envelope.ts';
import { PICTURE_BYTES, PICTURE_TYPES, pictureHash, pictureWritten, productList, productQuery } from '../../domain/catalog/picture.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { actorOf } from '../access/actor.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { HttpRefusal } from '../http/refuse.ts';
import { listProducts, putPicture, readPicture } from './manage-pictures.ts';
import type { PictureRefusal } from './shrink-picture.ts';

const config = { access: 'products' } as const;
const tags = ['products'];
const params = z.strictObject({ sku: entityId });

const REFUSED: Readonly<Record<PictureRefusal, readonly [message: string, fix: string]>> = {
  picture_type: ['This is no picture of a kind that is taken.', 'Send a PNG, JPEG or WebP file.'],
  picture_too_large: ['The picture is too large.', 'Send one of 5 MB at most.'],
  picture_unreadable: ['The picture is damaged, or has more than 50 million pixels.', 'Save it again and send that.'],
};

const unknown = (code: string, message: string, field: string) => new HttpRefusal(404, { code, message, field, fix: 'Look it up again.' });

/** The bytes of a picture, as they are described. */
const aPicture = {
  200: { description: 'The picture.', content: Object.fromEntries(PICTURE_TYPES.map((type) => [type, { schema: z.unknown() }])) },
  404: errorBody,
};

async function written(putting: ReturnType<typeof putPicture>) {
  const put = await putting;
  if (put.ok) return put.value;
  if (put.refusal === 'unknown_product') throw unknown(put.refusal, 'There is no product with this SKU.', 'sku');
  const [message, fix] = REFUSED[put.refusal];
  throw new HttpRefusal(put.refusal === 'picture_too_large' ? 413 : 400, { code: put.refusal, message, fix });
}

function send(reply: FastifyReply, picture: Buffer | undefined, field: string, cacheControl: string) {
  if (picture === undefined) throw unknown('unknown_picture', 'There is no such picture.', field);
  return reply.type('image/webp').header('cache-control', cacheControl).send(picture);
}

function productRoutes(app: App, { db }: RouteContext): void {
  app.get(
    '/v1/products',
    {
      config,
      schema: {
        tags,
        operationId: 'listProducts',
        summary: 'Products by their SKUs',
        querystring: productQuery,
        response: { 200: productList, 400: errorBody },
      },
    },
    (request) => listProducts(db, request.query),
  );
  const refusals = { 400: errorBody, 404: errorBody, 413: errorBody };
  app.put(
    '/v1/products/:sku/picture',
    {
      config,
      bodyLimit: PICTURE_BYTES,
      schema: {
        tags,
        operationId: 'writeProductPicture',
        summary: 'Writes the picture of a product',
        description: 'The body is a PNG, JPEG or WebP file. One small size of it is kept, and registers fetch it in the background.',
        params,
        response: { 200: pictureWritten, ...refusals },
      },
    },
    (request) => {
      if (!Buffer.isBuffer(request.body))
        throw new HttpRefusal(400, { code: 'picture_type', message: REFUSED.picture_type[0], fix: REFUSED.picture_type[1] });
      return written(putPicture(db, request.params.sku, request.body, actorOf(request)));
    },
  );
  app.delete(
    '/v1/products/:sku/picture',
    {
      config,
      schema: {
        tags,
        operationId: 'removeProductPicture',
        summary: 'Takes the picture of a product away',
        params,
        response: { 200: pictureWritten, ...refusals },
      },
    },
    (request) => written(putPicture(db, request.params.sku, null, actorOf(request))),
  );
  app.get(
    '/v1/products/:sku/picture',
    { config, schema: { tags, operationId: 'readProductPicture', summary: 'The picture of a product', params, response: aPicture } },
    async (request, reply) => {
      const { sku } = request.params;
      const product = await db.selectFrom('products').select('picture').where('sku', '=', sku).executeTakeFirst();
      const picture = product?.picture == null ? undefined : await readPicture(db, product.picture);
      return send(reply, picture, 'sku', 'private, no-cache');
    },
  );
}

/** Pictures of products: the head office writes them, registers fetch them by their hash. */
export function pictureRoutes(app: App, context: RouteContext): void {
  app.addContentTypeParser([...PICTURE_TYPES], { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  productRoutes(app, context);
  app.get(
    '/v1/pictures/:hash',
    {
      config: { access: 'sync' },
      schema: {
        tags,
        operationId: 'readPicture',
        summary: 'A picture by its hash',
        params: z.strictObject({ hash: pictureHash }),
        response: aPicture,
      },
    },
    async (request, reply) =>
      send(reply, await readPicture(context.db, request.params.hash), 'hash', 'private, max-age=31536000, immutable'),
  );
}
