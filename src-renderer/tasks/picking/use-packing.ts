import { v7 as uuidv7 } from 'uuid';
import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { packOrder } from '../../../domain/fulfillment/pack-order.ts';
import { totePrefix } from '../../../domain/fulfillment/settings.ts';
import { toteOf } from '../../../domain/fulfillment/tote.ts';
import { cartons, labelService, shippingRates } from '../../../domain/labels/settings.ts';
import { wantLabel } from '../../../domain/labels/want-label.ts';
import { unitWords } from '../../kit/order-words.ts';
import { useCurrent, useRegister, useSetting } from '../../kit/register-context.tsx';
import type { Decide } from '../../kit/register-services.ts';
import { words } from '../../../texts/words/words.ts';
import { emptyParcel, lineToPack, type PackingDraft, parcelsOf, putInto, unitsLeft } from './packing-draft.ts';
import { serviceOf } from './parcel-rates.ts';
import { nameScanned, resolveItem } from './resolve-item.ts';
import type { Steps } from './use-steps.ts';

export interface PackingOptions {
  readonly order: FulfillmentOrder;
  /** The totes that were scanned. */
  readonly scanned: readonly string[];
  readonly onTote: (code: string) => string | null;
  readonly draft: PackingDraft;
  readonly onDraft: (draft: PackingDraft | null) => void;
  readonly steps: Steps;
  readonly onClose: () => void;
}

/** What a person does at the packing desk with one order. */
export interface Packing {
  readonly draft: PackingDraft;
  readonly parcels: ReturnType<typeof parcelsOf>;
  /** Why it cannot be packed yet; null where it can. */
  readonly missing: string | null;
  /** Puts an article into the parcel, chooses a carton, or takes a tote. Gives null, or why the code was refused. */
  scan(code: string): string | null;
  pack(): Promise<void>;
}

function whatIsMissing(left: number, toScan: readonly string[], weightMissing: boolean): string | null {
  if (toScan.length > 0) return words('picking.scanToPack', { codes: toScan.join(', ') });
  if (left > 0) return words('picking.moreToScan', { units: unitWords(left) });
  return weightMissing ? words('picking.weighFirst') : null;
}

/** Why an article is not counted: all of it is in, or it belongs to somebody else. */
function refuseItem(order: FulfillmentOrder, orders: Iterable<FulfillmentOrder>, name: string, sku: string): string {
  const has = (one: FulfillmentOrder) => one.lines.some((line) => line.sku === sku && line.picked > 0);
  if (has(order)) return words('picking.allIn', { name });
  const other = [...orders].find((one) => one.state.status === 'picked' && has(one));
  return other === undefined
    ? words('picking.notInOrder', { name, number: order.orderNumber })
    : words('picking.belongsTo', { name, number: other.orderNumber });
}

/** The packing of one order: each article is scanned into a parcel, and each parcel has a carton and a weight. */
export function usePacking({ order, scanned, onTote, draft: given, onDraft, steps, onClose }: PackingOptions): Packing {
  const { catalog } = useRegister();
  const orders = useCurrent(fulfillmentOrderDocument);
  const prefix = useSetting(totePrefix);
  const boxes = useSetting(cartons);
  const standard = useSetting(labelService)?.service ?? null;
  const rates = useSetting(shippingRates);
  const wantsLabels = standard !== null;
  const draft = given.length === 0 ? [emptyParcel(order.id)] : given;
  const parcels = parcelsOf(order, draft);
  const toScan = (order.totes ?? []).filter((code) => !scanned.includes(code));

  function scan(code: string): string | null {
    const tote = toteOf(prefix, code);
    if (tote !== null) return onTote(tote);
    const box = boxes.find(({ name }) => name.toUpperCase() === code.trim().toUpperCase());
    if (box !== undefined) {
      onDraft(draft.map((parcel, index) => (index === draft.length - 1 ? { ...parcel, box: box.name } : parcel)));
      return null;
    }
    const item = resolveItem([order], catalog, code);
    if (!item.ok) return item.refusal;
    const name = order.lines.find((line) => line.sku === item.value)?.name ?? catalog.product(item.value)?.name;
    const lineNo = lineToPack(order, draft, item.value);
    if (lineNo === undefined) return refuseItem(order, orders.values(), nameScanned(code, name), item.value);
    steps.clearMessage();
    onDraft(putInto(order, draft, lineNo, 1));
    return null;
  }

  const onCurrent =
    (decide: (one: FulfillmentOrder) => ReturnType<Decide>): Decide =>
    ({ reader }) =>
      decide(reader.get(fulfillmentOrderDocument, order.id) ?? order);

  async function pack(): Promise<void> {
    const named = parcels.map((parcel) => ({ ...parcel, id: parcel.id === order.id ? uuidv7() : parcel.id }));
    const totes = scanned.filter((code) => order.totes?.includes(code) === true);
    const service = serviceOf(order, draft, rates?.rows ?? [], standard);
    const chosen = service === null || service === standard ? {} : { service };
    const labels = named.flatMap(({ id, box, weightGrams }, index) => {
      if (!wantsLabels || weightGrams === null) return [];
      const size = boxes.find(({ name }) => name === box)?.size ?? null;
      const parcel = { parcelId: id, fulfillmentOrderId: order.id, no: index + 1, of: named.length, box, size, weightGrams, ...chosen };
      return [onCurrent((one) => wantLabel(one, parcel))];
    });
    const packs = onCurrent((one) => packOrder(one, { totes, parcels: named }));
    const recorded = await steps.take([packs, ...labels], words('picking.isPacked', { number: order.orderNumber }));
    if (recorded.length === 0) return;
    onDraft(null);
    onClose();
  }

  const missing = whatIsMissing(unitsLeft(order, draft), toScan, wantsLabels && parcels.some((parcel) => parcel.weightGrams === null));
  return { draft, parcels, missing, scan, pack };
}
