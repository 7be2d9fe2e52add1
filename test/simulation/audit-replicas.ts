import { documentsOf, type RegisterServices } from '../../src-renderer/kit/register-services.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import { pricePageDocument } from '../../domain/price-lists/documents.ts';
import type { PricePage } from '../../domain/price-lists/price-list.ts';
import { pullChanges } from '../../sync-server/feed/pull-changes.ts';
import type { Checkpoint, Change } from '../../domain/protocol/protocol.ts';
import type { Audited } from './audited.ts';
import type { Device } from './device.ts';

const FINISHED: readonly string[] = ['handed_over', 'shipped', 'rejected', 'cancelled', 'expired'];

/** A document as it is compared: the server leaves out of a page what is over for good, and no register has to hear of that. */
function asCompared(id: string, body: string | undefined): string | undefined {
  if (body === undefined || !id.startsWith(`${pricePageDocument.kind}|`)) return body;
  const { sku, startsOn, unitPrice } = JSON.parse(body) as PricePage;
  const today = new Date().toISOString().slice(0, 10);
  const rows = sku.map((one, index) => [one, startsOn[index] ?? '', unitPrice[index]] as const);
  return JSON.stringify(rows.filter(([, from]) => from >= today));
}

/** What a register that begins from nothing would be told. */
async function freshReplica({ pool }: Audited, device: Device): Promise<Map<string, string>> {
  const { registerId, storeId } = device.options.identity;
  const documents = new Map<string, string>();
  let checkpoint: Checkpoint = {};
  for (;;) {
    const pulled = await pullChanges(pool.db, { registerId, storeId, checkpoint, limit: 1000 });
    if (!pulled.ok) throw new Error(`A fresh pull was refused: ${pulled.refusal.code}`);
    for (const { kind, id, body } of JSON.parse(pulled.value.changesJson) as Change[]) {
      if (body === null) documents.delete(`${kind}|${id}`);
      else documents.set(`${kind}|${id}`, JSON.stringify(body));
    }
    ({ checkpoint } = pulled.value);
    if (pulled.value.complete) return documents;
  }
}

/** Whether a document is one that a register of a store may have (rule R1). */
function belongsTo(storeId: string, id: string, body: string): boolean {
  const kind = id.slice(0, id.indexOf('|'));
  const document = JSON.parse(body) as { readonly storeId?: string | null; readonly locationId?: string };
  if (kind === 'fulfillment_order') return document.locationId === storeId;
  return !['sale', 'shift', 'exception'].includes(kind) || document.storeId === storeId;
}

/** Whether somebody still has to work on an order: what was picked for one that ended has to go back. */
function waits({ state }: FulfillmentOrder): boolean {
  return !FINISHED.includes(state.status) || ('putBack' in state && state.putBack !== undefined);
}

/** Every order is shown as the pool has it. What is finished may have left the memory: its number brings it back. */
async function compareShownOrders(name: string, services: RegisterServices, fresh: ReadonlyMap<string, string>): Promise<string[]> {
  const wrong: string[] = [];
  for (const [key, body] of fresh) {
    if (!key.startsWith('fulfillment_order|')) continue;
    const order = JSON.parse(body) as FulfillmentOrder;
    const shown = () => documentsOf(services.view.getState(), fulfillmentOrderDocument).get(order.id)?.state.status;
    const { status } = order.state;
    if (shown() === undefined && !waits(order)) await services.recallOrders(order.orderNumber);
    if (shown() !== status) wrong.push(`R3: ${name} shows ${key} as ${shown() ?? 'nothing'}, the pool as ${status}`);
  }
  return wrong;
}

/** Every register's replica is what the server would tell it today, and what it shows is what the pool has (rules R1, R2, R3). */
export async function compareReplicas(world: Audited): Promise<string[]> {
  const wrong: string[] = [];
  const levels = await world.pool.db.selectFrom('stock_levels').select(['location_id', 'sku', 'on_hand', 'reserved']).execute();
  const orders = await world.pool.db.selectFrom('fulfillment_orders').select(['id', 'body']).orderBy('id').execute();
  for (const device of world.devices) {
    const { identity, name } = device.options;
    const services = device.register?.services;
    if (services === undefined || world.books.isStopped(identity.registerId)) continue;
    const { replica } = await device.readDisk();
    const fresh = await freshReplica(world, device);
    for (const { id, body } of orders)
      if (body.locationId === identity.storeId && waits(body) && !fresh.has(`fulfillment_order|${id}`))
        wrong.push(`R2: somebody still has to work on ${id}, and no register of ${identity.storeId} is told of it`);
    const kept = [...replica].filter(([id, body]) => !id.startsWith('!') && body !== '');
    for (const [id, body] of kept)
      if (asCompared(id, fresh.get(id)) !== asCompared(id, body))
        wrong.push(`R2: ${name} has ${id} as ${body.slice(0, 300)}, the server ${fresh.get(id)?.slice(0, 300) ?? 'not at all'}`);
    for (const id of fresh.keys()) if (!replica.has(id)) wrong.push(`R2: ${name} was never told of ${id}`);
    for (const id of kept.map(([key]) => key))
      if (!belongsTo(identity.storeId, id, replica.get(id) ?? '')) wrong.push(`R1: ${name} was told of ${id}, which is not its own`);
    for (const { location_id, sku, on_hand, reserved } of levels) {
      if (location_id !== identity.storeId) continue;
      const shown = services.stockOf(sku);
      if (shown?.onHand !== on_hand || shown.reserved !== reserved)
        wrong.push(`R3: ${name} shows ${sku} as ${JSON.stringify(shown)}, the pool has ${on_hand} and ${reserved} reserved`);
    }
    wrong.push(...(await compareShownOrders(name, services, fresh)));
  }
  return wrong.slice(0, 20);
}
