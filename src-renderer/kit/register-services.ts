import type { TerminalTotals } from '../../domain/payments/terminal-totals.ts';
import type { DocumentDefinition, StoreReader } from '../../domain/base/define-document.ts';
import type { Approval, WrittenOperation } from '../../domain/base/envelope.ts';
import type { Company, Store } from '../../domain/company/documents.ts';
import type { Permission } from '../../domain/base/permission.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { Associate, Role } from '../../domain/associates/associate.ts';
import type { Product } from '../../domain/catalog/product.ts';
import type { PriceBook } from '../../domain/price-lists/price-of.ts';
import type { Exception } from '../../domain/exceptions/exception.ts';
import type { Operation, OperationRequest } from '../../domain/registry/operations.ts';
import type { Returnable } from '../../domain/orders/order-intake.ts';
import type { Refusal } from '../../domain/base/refusal.ts';
import type { Result } from '../../domain/base/result.ts';
import type { Shift } from '../../domain/shift/shift.ts';
import type { Known } from '../../domain/stored-value/pay-with-stored-value.ts';
import type { NearbyStock } from '../../domain/stock/nearby.ts';
import type { StockStory } from '../../domain/stock/story.ts';
import type { StockLevel } from '../../domain/stock/stock.ts';
import type { FinalRefusal } from '../../domain/protocol/protocol.ts';
import type { JournalHealth } from '../base/journal-health.ts';
import type { StorageTrouble } from '../storage/storage-error.ts';
import type { CustomerServices } from './customer-services.ts';
import type { ReportSource } from './reports/report-source.ts';
import type { MailServices } from './mail-services.ts';
import type { SignatureServices } from './signature-services.ts';
import type { PictureServices } from './picture-services.ts';
import type { PrinterServices } from './printer-services.ts';
import type { CardPayments, PairAnswer, TerminalState } from './card-services.ts';
import type { ScaleServices } from './scale-services.ts';
import type { ScannerServices } from './scanner-services.ts';

/** Who this register is, since it was enrolled. */
export interface RegisterIdentity {
  readonly registerId: string;
  readonly storeId: string;
  readonly storeName: string;
  /** Of its receipt numbers. */
  readonly prefix: string;
}

/** The whole catalog, in memory. */
export interface Catalog {
  readonly size: number;
  product(sku: string): Product | undefined;
  /** Finds a product by what was scanned or typed whole: a GTIN in any length, or a SKU. */
  lookup(code: string): Product | undefined;
  /** The articles that are deposits. */
  deposits(): Product[];
  /** The hash of a product's picture; null where it has none. */
  picture(sku: string): string | null;
  /** Type-ahead: every word of the text stands in name, brand, SKU or GTIN; the best first. */
  search(text: string, limit: number): Product[];
  /** The same, and after it, when that finds few, what is found when each word has one typing error; takes longer. */
  searchForgiving(text: string, limit: number): Product[];
}

/** What screens show: the replica with the register's pending operations on top. Replaced, never changed in place. */
export interface StoreView {
  readonly company: Company | null;
  readonly store: Store | null;
  /** Documents by kind and id. Read by `documentsOf`. */
  readonly documents: ReadonlyMap<string, ReadonlyMap<string, unknown>>;
  /** Those of them that have not ended. Read by `currentOf`. */
  readonly current: ReadonlyMap<string, ReadonlyMap<string, unknown>>;
  /** The open exceptions. */
  readonly exceptions: readonly Exception[];
  /** The open shift of this register, or null. */
  readonly openShift: Shift | null;
  readonly catalogSize: number;
  /** Goes up whenever stock or catalog have changed. */
  readonly stockVersion: number;
  /** Changes whenever prices of lists have. */
  readonly pricesVersion: number;
  /** Whether the replica holds enough to work with: its first pull is complete. */
  readonly complete: boolean;
}

const NONE: ReadonlyMap<string, unknown> = new Map();

/** The documents of a kind, by id. The same map until one of them changes. */
export function documentsOf<B>(view: Pick<StoreView, 'documents'>, document: DocumentDefinition<string, B>): ReadonlyMap<string, B> {
  return (view.documents.get(document.kind) ?? NONE) as ReadonlyMap<string, B>;
}

/** The documents of a kind that have not ended, by id: what somebody may still have to do with. The same map until one of them changes. */
export function currentOf<B>(view: Pick<StoreView, 'current'>, document: DocumentDefinition<string, B>): ReadonlyMap<string, B> {
  return (view.current.get(document.kind) ?? NONE) as ReadonlyMap<string, B>;
}

export type Connection =
  | { readonly status: 'connecting' }
  | { readonly status: 'online'; readonly since: number }
  | { readonly status: 'offline'; readonly since: number }
  /** The server is older than this app: nothing travels until it has its update, and everything here goes on. */
  | { readonly status: 'server_too_old'; readonly since: number }
  /** The server will not have this register any more, or not with an app that is so old. */
  | { readonly status: 'refused'; readonly code: FinalRefusal };

/** Why what was done here does not get through, although the server can be asked. */
export interface SendTrouble {
  /**
   * Too large for what lies between, or slower than the time there is for it; not signed by the key that the server knows; refused or
   * failed at by whoever answered; or no answer at all.
   */
  readonly reason: 'too_large' | 'too_slow' | 'not_signed' | 'refused' | 'failed' | 'no_answer';
  /** Of the answer, by which support finds who gave it; null when there was none. */
  readonly status: number | null;
  /** Epoch milliseconds of the first failure. */
  readonly since: number;
}

/** The device's clock was set back or far ahead, or is `off` by the server's time. Epoch milliseconds. */
export interface ClockNews {
  readonly kind: 'back' | 'ahead' | 'off';
  /** What it should say, as far as that is known: what it said before, or what the server says. */
  readonly saidMs: number;
  /** What it says. */
  readonly saysMs: number;
}

export interface SyncState {
  readonly connection: Connection;
  /** Epoch milliseconds of the last answer from the server; null when there was none yet. */
  readonly lastContactAt: number | null;
  /** Epoch milliseconds at which the replica was last known to be complete; null before. */
  readonly replicaCompleteAt: number | null;
  /** Why sending fails while the server can be asked otherwise; null while it works, or while nothing does. */
  readonly sendTrouble: SendTrouble | null;
  /** Operations that the server has not confirmed yet. */
  readonly pending: number;
  /** The `seq` of the last operation recorded here; 0 before the first. */
  readonly lastSeq: number;
  /** Whether the journal is whole, as far as is known. */
  readonly journal: JournalHealth;
  /** Whether this device can save what the server sends and what is done here. */
  readonly disk: 'fine' | StorageTrouble;
  /** What a person has to know of the device's clock; null while it goes right, as far as is known. */
  readonly clock: ClockNews | null;
  /** The replica was damaged and is being fetched again. */
  readonly renewing: boolean;
  /** The register ran on two machines, and all that was recorded here is with the head office. */
  readonly forkHandedOver: boolean;
}

/** After too many wrong PINs a register takes none for so long (milliseconds). */
export const PIN_WAIT_MS = 30_000;

/** What became of a PIN that was entered. */
export type PinAnswer = 'right' | 'wrong_pin' | 'too_many_tries' | 'pins_unreadable' | 'pins_ended';

/** What became of a badge. `may_not` where its owner may not approve what waits, `badges_off` where badges do not count for it. */
export type BadgeAnswer = PinAnswer | 'badges_off' | 'may_not';

/** What a colleague is asked to approve, and who may; null while nothing waits. */
export interface ApprovalState {
  readonly question: {
    readonly permission: Permission;
    readonly approvers: readonly Associate[];
    /** The screen that asks shows it itself; otherwise a dialog does. */
    readonly inPlace: boolean;
  } | null;
}

/** Whether PINs count: a register that has not heard from its server for too long takes none. `days` is how many are left, at least 1. */
export type PinsState = { readonly status: 'valid' } | { readonly status: 'ending'; readonly days: number } | { readonly status: 'ended' };

export interface SignInState {
  readonly associate: Associate | null;
  readonly pins: PinsState;
}

/** What a decision may look at when an operation is recorded; nothing can come between the decision and the write. */
export interface RecordContext {
  readonly reader: StoreReader;
  /** The receipt number that this operation gets if its payload carries one. */
  readonly nextReceiptNumber: string;
  readonly openShift: Shift | null;
  readonly businessDate: string;
}

/** The sale that something is recorded for, and what it comes to, in minor units. */
export interface SaleInHand {
  readonly id: string;
  readonly totalMinor: number;
}

export type Decide = (context: RecordContext) => Result<OperationRequest, Refusal>;

/** Practising on the register: everything works, and nothing counts. */
export interface TrainingState {
  /** The register in training; null while nobody practises. */
  readonly practice: RegisterServices | null;
}

export interface TrainingServices {
  /** Whether this register is the one in training: what it records is in memory alone. */
  readonly isOn: boolean;
  readonly state: StoreApi<TrainingState>;
  /** Records that a training begins, and begins it: see `state`. */
  start(): Promise<Result<null, Refusal>>;
  /** Ends the training. All that was done in it is gone. */
  end(): void;
}

/** Everything that a screen may ask of the register. One object, made at start, handed down by React context. */
export interface RegisterServices {
  readonly identity: RegisterIdentity;
  readonly catalog: Catalog;
  /** The prices of all lists, in memory. */
  readonly prices: Pick<PriceBook, 'pricesOf'>;
  readonly view: StoreApi<StoreView>;
  readonly sync: StoreApi<SyncState>;
  readonly signIn: StoreApi<SignInState>;
  /** Stock of a SKU in this store with pending operations on top. */
  stockOf(sku: string): StockLevel | undefined;
  /**
   * Decides and records one operation. Resolves when it is durable (rule J1), or with why it was not done.
   * @param sale for which it is: a colleague approves the same thing once for each sale.
   */
  record(decide: Decide, sale?: SaleInHand): Promise<Result<Operation, Refusal>>;
  /** Signs an associate in by PIN, checked here. */
  signInWithPin(associateId: string, pin: string): Promise<PinAnswer>;
  /** What waits for the approval of a colleague. While it does, the call of `record` that needs it waits too (rule A1). */
  readonly approval: StoreApi<ApprovalState>;
  /**
   * Asks a colleague of one of these roles before something is recorded.
   * @param inPlace whether the screen that wants it shows the question itself; otherwise a dialog does.
   * @returns who approved it, and how they showed who they are; null where nobody did.
   */
  requestApproval(permission: Permission, by: readonly Role[], inPlace: boolean): Promise<Approval | null>;
  /** A colleague approves by PIN what waits. */
  approve(associateId: string, pin: string): Promise<PinAnswer>;
  /** Checks the PIN of a colleague who takes part, and signs nobody in. */
  checkPin(associateId: string, pin: string): Promise<PinAnswer>;
  /**
   * Whose badge it is, of a colleague who takes part; signs nobody in. Where badges approve, they count for this too (decision 37).
   * @returns null as `associateId` with why it is nobody's or does not count.
   */
  confirmWithBadge(code: string): Promise<{ readonly answer: BadgeAnswer; readonly associateId: string | null }>;
  /** Signs in whoever's badge it is, checked here. */
  signInWithBadge(code: string): Promise<BadgeAnswer>;
  /** A colleague approves by badge what waits. */
  approveWithBadge(code: string): Promise<BadgeAnswer>;
  /** Nobody approves it: it is not recorded. */
  giveUpApproval(): void;
  signOut(): void;
  /**
   * Finds a sale by receipt number or an online order by number: here first, then at the server when it is not here.
   * `not_here` means that it is unknown here and the server could not be asked.
   */
  findReturnable(number: string): Promise<Returnable | 'not_found' | 'not_here'>;
  /** What is known of a gift card or store credit: the server's word, or without it the store's copy. @param id see `storedValueId`. */
  findStoredValue(id: string): Promise<Known>;
  /** Who has an article near this store, as the server says; null where it cannot be asked. */
  nearbyStock(sku: string): Promise<NearbyStock | null>;
  /** What moved the stock of an article in this store, as the server says; null where it cannot be asked. */
  stockStory(sku: string, before?: number): Promise<StockStory | null>;
  /** The reports of the store, as the server adds them up. Rejects where it cannot be asked. */
  readonly storeReports: ReportSource;
  /**
   * Looks on the disk for finished orders with this number, which have left the memory.
   * @returns whether the view has any now.
   */
  recallOrders(number: string): Promise<boolean>;
  /** What a screen wants to find again after a crash, a sale in progress say. Written behind, not awaited. */
  loadDraft(name: string): Promise<unknown>;
  saveDraft(name: string, draft: unknown): void;
  /** The operation in this place of the register's own journal, as it was written; null when there is none. */
  recorded(seq: number): Promise<WrittenOperation | null>;
  /** What was recorded here before this place in the journal, the newest first, in the shape of today; at most `limit` places are read. */
  recordedBefore(seq: number, limit: number): Promise<Operation[]>;
  /** The shifts of this register, the newest first. */
  shifts(): readonly Shift[];
  /** Whether a sale was recorded on this register after the operation with this `seq`. */
  soldSince(seq: number): Promise<boolean>;
  /** Forgets the replica and pulls it again. The journal stays (rule R5). */
  pullEverythingAgain(): Promise<void>;
  /**
   * Forgets which register this device is, so that it can be enrolled as a new one; its journal stays on the device.
   * Does nothing unless the server refuses the register. The app starts anew after it.
   */
  leaveRegister(): Promise<void>;
  /** Asks the outbox and the pull to try now. */
  syncNow(): void;
  /** The customers that this device knows, and what is said of them here. */
  readonly customers: CustomerServices;
  /** Receipts by mail. */
  readonly mails: MailServices;
  /** What customers sign when they fetch an order. */
  readonly signatures: SignatureServices;
  /** Takes card payments. What an earlier run of the app left open is in it from the start. */
  readonly cards: CardPayments;
  /** Asks the card terminal what it took in a shift; null where the register takes no cards. Never rejects. */
  terminalTotals(shiftId: string): Promise<TerminalTotals | null>;
  /** Whether the card terminal can be asked. */
  readonly terminal: StoreApi<TerminalState>;
  /** The scale of the register, and what lies on it. */
  readonly scale: ScaleServices;
  /** The scanners that the device host reads. What they scan goes to whoever takes scans. */
  readonly scanners: ScannerServices;
  /** The receipt printer. */
  readonly printer: PrinterServices;
  /** The label printer. What it is like is asked with each job. */
  readonly labelPrinter: PrinterServices;
  readonly training: TrainingServices;
  /** The pictures of products. */
  readonly pictures: PictureServices;
  /** Pairs this device with the device host of its machine, by the code that the host shows. */
  pairDevices(code: string): Promise<PairAnswer>;
}
