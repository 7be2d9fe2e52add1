import { fulfillmentOrderDocument, toteDocument } from '../../domain/fulfillment/documents.ts';
import { emptyTote } from '../../domain/fulfillment/empty-tote.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { goodsPutBack } from '../../domain/fulfillment/operations.ts';
import { linesToPutBack, putBackGoods } from '../../domain/fulfillment/put-back.ts';
import { documentsOf } from '../../src-renderer/kit/register-services.ts';
import { act, servicesOf } from './act.ts';
import { NOTHING } from './books.ts';
import type { Person } from './person.ts';

/** So many totes a store of the simulation has. */
export const TOTES = 12;

/** Scans the goods of an ended order back to the shelf; now and then one is not there any more. */
async function putBack({ chance, ...rest }: Person, order: FulfillmentOrder): Promise<void> {
  const isOneGone = chance.aside().percent(25);
  await act(
    { chance, ...rest },
    ({ reader }) => {
      const current = reader.get(fulfillmentOrderDocument, order.id) ?? order;
      const [first] = linesToPutBack(current);
      return putBackGoods(current, new Map(isOneGone && first !== undefined ? [[first.lineNo, 1]] : []));
    },
    (request) =>
      goodsPutBack.is(request)
        ? { ...NOTHING, shelf: request.payload.missing.map(({ sku, quantity }) => ({ sku, units: -quantity })) }
        : NOTHING,
  );
}

/** Puts the goods of an ended order back on the shelf, or takes what was left over out of a tote. */
export async function clearUp(person: Person): Promise<void> {
  const { chance } = person;
  const view = servicesOf(person)?.view.getState();
  if (view === undefined) return;
  const ended = [...documentsOf(view, fulfillmentOrderDocument).values()].filter((order) => linesToPutBack(order).length > 0);
  const totes = [...documentsOf(view, toteDocument).values()].filter((tote) => tote.goods.length > 0);
  ended.sort((a, b) => (a.id < b.id ? -1 : 1));
  totes.sort((a, b) => (a.id < b.id ? -1 : 1));
  const order = ended[chance.int(0, Math.max(0, ended.length - 1))];
  const tote = totes[chance.int(0, Math.max(0, totes.length - 1))];
  if (order !== undefined && chance.percent(60)) return putBack(person, order);
  if (tote === undefined) return;
  await act(
    person,
    ({ reader }) => emptyTote(reader, tote.storeId, tote.code),
    () => NOTHING,
  );
}
