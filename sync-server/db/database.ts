import type { ExceptionResolved, ResolutionOutcome } from '../../domain/exceptions/resolution.ts';
import type { ColumnType, Generated, GeneratedAlways, Kysely, Transaction } from 'kysely';
import type { Role } from '../../domain/associates/associate.ts';
import type { AccessTables } from './access-tables.ts';
import type { BackgroundTables } from './background-tables.ts';
import type { CatalogTables } from './catalog-tables.ts';
import type { CustomerTables } from './customer-tables.ts';
import type { MailTables } from './mail-tables.ts';
import type { OrderTables } from './order-tables.ts';
import type { SettingTables } from './setting-tables.ts';
import type { SourcingTables } from './sourcing-tables.ts';
import type { WebhookTables } from './webhook-tables.ts';
import type { PickupTables } from './pickup-tables.ts';
import type { ReportTables } from './report-tables.ts';
import type { Instant, InstantNow, InstantOrNull, Json, JsonOrNull } from './columns.ts';
import type { Exception } from '../../domain/exceptions/exception.ts';
import type { FreeFields, OrderPayment } from '../../domain/orders/channel-fields.ts';
import type { PublicKey } from '../../domain/base/signature.ts';
import type { Reason } from '../../domain/quarantine/reason.ts';
import type { FulfillmentOrder, Substitute } from '../../domain/fulfillment/fulfillment-order.ts';
import type { OrderView } from '../../domain/orders/order-intake.ts';
import type { PriceBreak } from '../../domain/price-lists/price-list.ts';
import type { Sale } from '../../domain/sale/sale.ts';
import type { Shift } from '../../domain/shift/shift.ts';

export interface CompanyTable {
  id: Generated<number>;
  name: string;
  currency: string;
  prices_include_tax: boolean;
}

export interface LocationsTable {
  id: string;
  kind: 'store' | 'warehouse';
  name: string;
  address: Generated<string>;
  city: Generated<string>;
  region: Generated<string>;
  postal_code: Generated<string>;
  country: Generated<string>;
  /** Degrees; null when it is not known. */
  latitude: number | null;
  longitude: number | null;
  timezone: Generated<string>;
  active: Generated<boolean>;
  last_heard_at: InstantOrNull;
  /** When what is held back of its stock was last reckoned; null while the store is trusted (rule P5). */
  trust_reckoned_at: InstantOrNull;
}

export interface AssociatesTable {
  id: string;
  store_id: string;
  name: string;
  role: Role;
  /** Null once they are removed: a leaver's PIN is nobody's. */
  pin: Json<unknown>;
  /** Null for those without one. */
  badge: JsonOrNull<unknown>;
  blocked_at: InstantOrNull;
  removed_at: InstantOrNull;
}

export interface PromotionsTable {
  id: string;
  body: Json<unknown>;
}

export interface PriceListsTable {
  id: string;
  body: Json<unknown>;
}

export interface PricesTable {
  list_id: string;
  sku: string;
  /** YYYY-MM-DD; '' where the price has no first day. */
  starts_on: string;
  ends_on: string | null;
  unit_price: number;
  breaks: Json<PriceBreak[]>;
}

export interface StockLevelsTable {
  location_id: string;
  sku: string;
  on_hand: Generated<number>;
  reserved: Generated<number>;
  safety_stock: Generated<number>;
  staleness_buffer: Generated<number>;
  bin: string | null;
  /** `stockPageOf(sku)`. */
  page: number;
  available: GeneratedAlways<number>;
}

export interface StockMovementsTable {
  id: GeneratedAlways<number>;
  location_id: string;
  sku: string;
  on_hand: number;
  reserved: number;
  cause: string;
  cause_id: string;
  at: InstantNow;
}

/** `cloned` runs on two machines, `withdrawn` was shut out by the head office: neither is let in. */
export type RegisterStatus = 'active' | 'cloned' | 'withdrawn';

export interface RegistersTable {
  id: string;
  store_id: string;
  prefix: string;
  token_hash: string;
  applied_seq: Generated<number>;
  last_hash: Generated<string>;
  receipt_count: Generated<number>;
  /** Receipts that operations in quarantine may have numbered since. */
  receipt_slack: Generated<number>;
  status: ColumnType<RegisterStatus, RegisterStatus | undefined, RegisterStatus>;
  /** By which it signs what it sends; null until it has told one. */
  public_key: JsonOrNull<PublicKey>;
  enrolled_at: InstantNow;
  last_seen_at: InstantNow;
}

export interface EnrolmentCodesTable {
  code_hash: string;
  store_id: string;
  created_at: InstantNow;
  expires_at: Instant;
  /** The register that it became. */
  used_by: string | null;
}

export interface OperationsTable {
  id: string;
  register_id: string;
  seq: number;
  store_id: string;
  type: string;
  hash: string;
  business_date: string | null;
  body: Json<unknown>;
  outcome: 'applied' | 'quarantined';
  code: string | null;
  /** What the code tells, by name; null where it was applied. */
  facts: JsonOrNull<Reason['facts']>;
  changes: Json<Record<string, number>>;
  store_change_seq: number;
  received_at: InstantNow;
  /** When words of a person were taken out of its body; null for all others. */
  erased_at: InstantOrNull;
}

export interface ParkedOperationsTable {
  register_id: string;
  seq: number;
  id: string;
  hash: string;
  body: Json<unknown>;
  received_at: InstantNow;
}

export interface QuarantineTable {
  id: GeneratedAlways<number>;
  register_id: string;
  operation_id: string | null;
  seq: number | null;
  code: string;
  facts: Json<Reason['facts']>;
  body: Json<unknown>;
  /** What tells two contents apart: the same one is kept once. */
  content_hash: string;
  at: InstantNow;
  /** When it was replayed and had its effect; null while it waits. */
  applied_at: InstantOrNull;
  /** The operation by which the head office recorded it again; null for what had its effect in its own place. */
  recorded_as: ColumnType<string | null, string | null | undefined, string>;
}

/** Every try to apply what is in quarantine, and what came of it. */
export interface QuarantineReplaysTable {
  id: GeneratedAlways<number>;
  quarantine_id: number;
  outcome: 'applied' | 'unchanged';
  code: string | null;
  facts: JsonOrNull<Reason['facts']>;
  /** The name of the API key. */
  asked_by: string;
  at: InstantNow;
}

export interface OrdersTable {
  id: string;
  number: string;
  idempotency_key: string;
  content_hash: string;
  kind: 'pickup' | 'ship';
  customer: Json<OrderView['customer']>;
  ship_to: JsonOrNull<OrderView['shipTo']>;
  latitude: number | null;
  longitude: number | null;
  pickup_store_id: string | null;
  pickup_code_hash: string | null;
  /** The signed code that was given out last; null where nothing was ever fetched. */
  pickup_code_id: string | null;
  currency: string;
  placed_at: Instant;
  /** By when the customer was promised it; null where nobody promised anything. */
  promised_at: InstantOrNull;
  /** How urgent it is, 9 the most; null where nobody said. */
  priority: number | null;
  /** How it is sent, in the word of the web shop; null where nobody said. */
  shipping_method: string | null;
  /** What the customer wrote to whoever gets the goods; null where it is no gift, or they were erased. */
  gift_message: string | null;
  /** Where it was placed, in the code of the company; null where nobody said. */
  channel: string | null;
  /** What the customer wrote about it; null where they did not, or were erased. */
  note: string | null;
  /** What the customer reads, a tag of BCP 47; null where nobody said. */
  language: string | null;
  /** What was paid for the delivery; both null where nobody said. */
  shipping_total_minor: number | null;
  shipping_tax_minor: number | null;
  /** Null where nobody said, or the customer was erased. */
  payments: JsonOrNull<OrderPayment[]>;
  /** What its channel wants to find again; null where nothing, or the customer was erased. */
  fields: JsonOrNull<FreeFields>;
  /** What happens where not all of it is there when it is placed; null for waiting. */
  backorder: 'partial' | 'refuse' | null;
  cancelled_at: InstantOrNull;
  /** The receipt of the sale that ordered it; null where a web shop did. */
  receipt_number: string | null;
  /** Who bought it, of the customers of the tills; null where a web shop sent it. */
  customer_id: string | null;
  /** Whether their name or address is still on its way from the till. */
  awaits_customer: Generated<boolean>;
}

export interface OrderLinesTable {
  order_id: string;
  line_no: number;
  sku: string;
  name: string;
  gtin: string | null;
  quantity: number;
  unit_price: number;
  total_minor: number;
  tax_minor: number;
  backordered: Generated<number>;
  cancelled: Generated<number>;
  substitutes: Substitute[] | null;
  /** As `fields` of its order. */
  fields: JsonOrNull<FreeFields>;
}

export interface FulfillmentOrdersTable {
  id: string;
  order_id: string;
  location_id: string;
  kind: 'pickup' | 'ship';
  status: FulfillmentOrder['state']['status'];
  placed_at: Instant;
  /** The truth; the columns beside it are for finding it. */
  body: Json<FulfillmentOrder>;
}

export interface SalesTable {
  receipt_number: string;
  sale_id: string;
  store_id: string;
  register_id: string;
  business_date: string;
  total_minor: number;
  tax_minor: number;
  body: Json<Sale>;
}

export interface ReturnsTable {
  receipt_number: string;
  operation_id: string;
  store_id: string;
  register_id: string;
  origin: Json<unknown>;
  refund_minor: number;
  business_date: string;
  body: Json<unknown>;
}

export interface ShiftsTable {
  id: string;
  store_id: string;
  register_id: string;
  body: Json<Shift>;
  /** YYYY-MM-DD, of its body. */
  business_date: GeneratedAlways<string>;
  /** Of its body. */
  is_closed: GeneratedAlways<boolean>;
}

export interface ExceptionsTable {
  id: string;
  store_id: string;
  kind: string;
  /** The truth; the columns beside it are for finding it. */
  body: Json<Exception>;
  opened_at: Instant;
  resolved_at: InstantOrNull;
}

/** Every resolution that ever came; one that was not the first is kept without effect (rule J5). */
export interface ExceptionResolutionsTable {
  operation_id: string;
  exception_id: string;
  store_id: string;
  outcome: ResolutionOutcome;
  choice: string;
  associate_id: string | null;
  at: Instant;
  body: Json<ExceptionResolved>;
  received_at: InstantNow;
}

export interface ScopeHeadsTable {
  scope: string;
  seq: Generated<number>;
}

/** An unbroken stretch of the database's history in one place; see `changes/epochs.ts`. */
export interface PoolEpochsTable {
  /** Counts epochs, gapless, in the order in which they began. */
  n: number;
  id: string;
  place: string;
  /** How far each scope had come when it began; a scope that is not named was at 0. */
  heads: Json<Record<string, number>>;
  /** How far the log of events had come when it began. */
  event_seq: number;
  began_at: InstantNow;
}

export interface ChangesTable {
  scope: string;
  kind: string;
  id: string;
  seq: number;
  deleted: Generated<boolean>;
}

/** Every table of the pool. */
export interface Database
  extends BackgroundTables,
    AccessTables,
    CatalogTables,
    CustomerTables,
    MailTables,
    OrderTables,
    PickupTables,
    ReportTables,
    SettingTables,
    SourcingTables,
    WebhookTables {
  company: CompanyTable;
  locations: LocationsTable;
  associates: AssociatesTable;
  promotions: PromotionsTable;
  price_lists: PriceListsTable;
  prices: PricesTable;
  stock_levels: StockLevelsTable;
  stock_movements: StockMovementsTable;
  registers: RegistersTable;
  enrolment_codes: EnrolmentCodesTable;
  operations: OperationsTable;
  parked_operations: ParkedOperationsTable;
  quarantine: QuarantineTable;
  quarantine_replays: QuarantineReplaysTable;
  orders: OrdersTable;
  order_lines: OrderLinesTable;
  fulfillment_orders: FulfillmentOrdersTable;
  sales: SalesTable;
  returns: ReturnsTable;
  shifts: ShiftsTable;
  exceptions: ExceptionsTable;
  exception_resolutions: ExceptionResolutionsTable;
  scope_heads: ScopeHeadsTable;
  changes: ChangesTable;
  pool_epochs: PoolEpochsTable;
}

/** For reading. */
export type Db = Kysely<Database>;
/** For writing: what writes asks for a transaction by its type. */
export type Tx = Transaction<Database>;
