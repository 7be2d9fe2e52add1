import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import type { OrderPacked } from '../../../domain/fulfillment/payloads.ts';
import { head, isBarcode, note, type Paper, type PaperPart, RULE } from '../../../texts/paper/paper.ts';
import { insteadOf } from '../../../texts/say/instead-of.ts';
import { words } from '../../../texts/words/words.ts';
import type { WaveStop } from './wave-list.ts';

/** A count before what is counted: `2 ×`. */
const times = (quantity: number): string => `${quantity} ×`;

/** The parcels of a packing slip: those that are packed, or one with all that is picked. */
type Parcels = OrderPacked['payload']['parcels'];

function partsOfParcel(order: FulfillmentOrder, lines: readonly { readonly lineNo: number; readonly quantity: number }[]): PaperPart[] {
  return lines.map(({ lineNo, quantity }) => {
    const line = order.lines.find((one) => one.lineNo === lineNo);
    const instead = line === undefined ? null : insteadOf(order, line);
    return {
      kind: 'goods',
      name: line?.name ?? '',
      amount: times(quantity),
      details: [line?.sku ?? '', ...(instead === null ? [] : [instead])],
    };
  });
}

/** What the customer wrote to whoever gets the goods, line by line. */
function giftParts({ giftMessage = '' }: FulfillmentOrder): PaperPart[] {
  if (giftMessage === '') return [];
  return [RULE, head(words('picking.gift'), 'strong'), ...giftMessage.split('\n').map((line) => note(line))];
}

/**
 * What lies in the parcels of an order, for whoever unpacks them. It has no prices: a parcel may be a gift.
 * @param top the store and the time.
 */
export function packingSlip(order: FulfillmentOrder, parcels: Parcels, top: readonly PaperPart[]): Paper {
  const { orderNumber: number, customer, shipTo } = order;
  const all = order.lines.filter((line) => line.picked > 0).map(({ lineNo, picked }) => ({ lineNo, quantity: picked }));
  const inside = parcels.length === 0 ? [all] : parcels.map(({ lines }) => lines);
  const address =
    shipTo === null ? [] : [shipTo.line1, [shipTo.postalCode, shipTo.city, shipTo.region].filter((part) => part !== '').join(' ')];
  return {
    title: words('picking.packingSlip', { number }),
    parts: [
      ...top,
      head(words('picking.packingSlip', { number }), 'large'),
      ...[customer.name, ...address].filter((text) => text !== '').map((text) => note(text)),
      ...inside.flatMap((lines, index): PaperPart[] => [
        RULE,
        ...(inside.length === 1 ? [] : [head(words('label.parcelOf', { no: index + 1, of: inside.length }), 'strong')]),
        ...partsOfParcel(order, lines),
      ]),
      ...giftParts(order),
      RULE,
      { kind: 'code', data: number },
    ],
  };
}

/** A wave on paper, in bin order, for when the tablet stays at the counter. @param toteOf the letter or the tote of an order. */
export function pickList(stops: readonly WaveStop[], toteOf: (fulfillmentOrderId: string) => string, top: readonly PaperPart[]): Paper {
  const open = stops.filter((stop) => stop.toPick > 0);
  return {
    title: words('picking.pickList'),
    parts: [
      ...top,
      head(words('picking.pickList'), 'large'),
      ...open.flatMap((stop): PaperPart[] => [
        RULE,
        head(stop.bin ?? words('picking.noBin'), 'strong'),
        {
          kind: 'goods',
          name: stop.name,
          amount: times(stop.toPick),
          details: [
            stop.gtin === null ? stop.sku : `${stop.sku} · ${stop.gtin.replace(/^0/, '')}`,
            ...stop.orders
              .filter((order) => order.toPick > 0)
              .map((order) => `${toteOf(order.fulfillmentOrderId)} ${times(order.toPick)} ${order.orderNumber}`.trim()),
          ],
        },
        ...barcodeOf(stop),
      ]),
    ],
  };
}

/** What a picker scans where the label on the shelf is missing: the number of the article, else its SKU. */
function barcodeOf({ gtin, sku }: WaveStop): PaperPart[] {
  const data = gtin === null ? sku : gtin.replace(/^0/, '');
  return isBarcode(data) ? [{ kind: 'barcode', data }] : [];
}
