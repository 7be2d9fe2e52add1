import type { Category, MessageReference, NexoReply, NexoRequest, PaymentResponse, ReversalResponse } from '../../nexo/messages.ts';
import type { Ledger, LedgerEntry } from './ledger.ts';
import type { Habit, Press } from './presses.ts';
import { totalsOf } from './totals.ts';

/** How an answer goes out: whole, cut off in the middle, or not at all. */
export interface Outgoing {
  readonly reply: NexoReply | null;
  readonly how: 'whole' | 'cut' | 'broken';
}

/** What its display shows. */
export interface Shown {
  readonly serviceId: string;
  readonly saleId: string;
  readonly currency: string;
  readonly amount: number;
  /** Whether the till still waits for the answer. */
  readonly connected: boolean;
}

interface Dialogue extends Shown {
  readonly request: NexoRequest;
  answer(out: Outgoing): void;
  connected: boolean;
}

const MASKED = '541333******9999';
/** What it would print of the card: text lines with a name, a value and a key. */
const RECEIPT_LINES = [
  { Text: 'name=Preferred%20name&value=Debit%20Mastercard&key=preferredName' },
  { Text: 'name=AID&value=A0000000041010&key=aid' },
];
/** Beyond this, amounts in whole units are compared by their nearest hundred-thousandth: no currency is finer. */
const FINEST = 100_000;

function failure(condition: string, more?: string): PaymentResponse['Response'] {
  return { Result: 'Failure', ErrorCondition: condition, ...(more === undefined ? {} : { AdditionalResponse: more }) };
}

/** Conditions under which a card was read before the payment failed. */
const READ_BEFORE: readonly string[] = ['Refusal', 'WrongPIN', 'InvalidCard', 'PaymentRestriction'];

function declined(condition: string, transactionId: string, at: string): PaymentResponse {
  if (!READ_BEFORE.includes(condition)) return { Response: failure(condition) };
  return {
    Response: failure(condition),
    POIData: { POITransactionID: { TransactionID: transactionId, TimeStamp: at } },
    PaymentResult: {
      PaymentInstrumentData: { CardData: { PaymentBrand: 'mc', MaskedPan: MASKED, EntryMode: ['ICC'] } },
      PaymentAcquirerData: { MerchantID: 'OUTPOST-SAMPLE' },
    },
    PaymentReceipt: [{ OutputContent: { OutputText: RECEIPT_LINES } }],
  };
}

function paymentSaid(shown: Shown, button: Press, transactionId: string, at: string): { said: PaymentResponse; moved: number } {
  if (button.button === 'decline') return { said: declined(button.condition, transactionId, at), moved: 0 };
  const isPart = button.button === 'approve_part' && button.amount < shown.amount;
  const tip = button.button === 'approve_with_tip' ? button.tip : 0;
  const isSigned = button.button === 'approve_with_signature';
  const moved = Math.round((isPart ? button.amount : shown.amount + tip) * FINEST) / FINEST;
  return {
    moved,
    said: {
      Response: { Result: isPart ? 'Partial' : 'Success' },
      POIData: { POITransactionID: { TransactionID: transactionId, TimeStamp: at } },
      PaymentResult: {
        OnlineFlag: button.button !== 'approve_offline',
        AmountsResp: { Currency: shown.currency, AuthorizedAmount: moved, ...(tip > 0 ? { TipAmount: tip } : {}) },
        AuthenticationMethod: [isSigned ? 'PaperSignature' : 'OnlinePIN'],
        PaymentInstrumentData: { CardData: { PaymentBrand: 'mc', MaskedPan: MASKED, EntryMode: [isSigned ? 'ICC' : 'Contactless'] } },
        PaymentAcquirerData: { ApprovalCode: '123456', MerchantID: 'OUTPOST-SAMPLE' },
      },
      PaymentReceipt: [{ RequiredSignatureFlag: isSigned, OutputContent: { OutputText: RECEIPT_LINES } }],
    },
  };
}

function headed(request: NexoRequest, body: Omit<NexoReply, 'MessageHeader'>): NexoReply {
  return { MessageHeader: { ...request.MessageHeader, MessageType: 'Response' }, ...body };
}

function repeated({ serviceId, category, payment, reversal }: LedgerEntry): NexoReply['TransactionStatusResponse'] {
  return {
    Response: { Result: 'Success' },
    RepeatedMessageResponse: {
      MessageHeader: { ServiceID: serviceId, MessageCategory: category },
      RepeatedResponseMessageBody: {
        ...(payment === undefined ? {} : { PaymentResponse: payment }),
        ...(reversal === undefined ? {} : { ReversalResponse: reversal }),
      },
    },
  };
}

function whole(reply: NexoReply): Outgoing {
  return { reply, how: 'whole' };
}

/**
 * A card terminal as a till sees one: one payment at a time, each answered once and remembered, its answer repeated when it is asked for.
 * It moves money once for each message, however often that arrives.
 */
export class SimulatedTerminal {
  /** What it does by itself with the payments to come. */
  habit: Habit = 'wait';
  /** Whether it forgets who the till is: payments are refused until it logs in. */
  loggedOut = false;
  private current: Dialogue | null = null;
  private readonly ledger: Ledger;
  private readonly now: () => Date;
  private readonly newTransactionId: () => string;

  /** @param newTransactionId by which the acquirer would know it. */
  constructor(ledger: Ledger, now: () => Date, newTransactionId: () => string) {
    this.ledger = ledger;
    this.now = now;
    this.newTransactionId = newTransactionId;
  }

  /** The payment that is under way; null where the terminal is idle. */
  get shown(): Shown | null {
    return this.current;
  }

  /** What the customer does. @returns false where no payment is under way. */
  press(button: Press): boolean {
    const dialogue = this.current;
    if (dialogue === null) return false;
    if (button.button === 'lose_connection') {
      dialogue.connected = false;
      dialogue.answer({ reply: null, how: 'broken' });
      return true;
    }
    const said = this.conclude(dialogue, button);
    if (!dialogue.connected) return true;
    const how = button.button === 'approve_and_lose' ? 'broken' : button.button === 'approve_and_cut' ? 'cut' : 'whole';
    dialogue.answer({ reply: headed(dialogue.request, { PaymentResponse: said }), how });
    return true;
  }

  /** The till does not wait for the answer to this message any more; the customer may still be at it. */
  hangUp(serviceId: string): void {
    if (this.current?.serviceId === serviceId) this.press({ button: 'lose_connection' });
  }

  /** Takes a message; resolves when there is an answer to send. */
  async take(request: NexoRequest): Promise<Outgoing> {
    const { MessageCategory: category } = request.MessageHeader;
    if (category === 'Payment') return this.takePayment(request);
    return whole(headed(request, this.answerTo(category, request)));
  }

  private answerTo(category: Exclude<Category, 'Payment'>, request: NexoRequest): Omit<NexoReply, 'MessageHeader'> {
    switch (category) {
      case 'Reversal':
        return { ReversalResponse: this.takeReversal(request) };
      case 'TransactionStatus':
        return { TransactionStatusResponse: this.statusOf(request.TransactionStatusRequest?.MessageReference) };
      case 'Abort':
        this.abort(request.AbortRequest?.MessageReference);
        return {};
      case 'Diagnosis': {
        const POIStatus = { GlobalStatus: this.current === null ? 'OK' : 'Busy' };
        return { DiagnosisResponse: { Response: { Result: 'Success' }, POIStatus } };
      }
      case 'GetTotals':
        return {
          GetTotalsResponse: {
            Response: { Result: 'Success' },
            TransactionTotals: totalsOf(this.ledger.all(), request.GetTotalsRequest?.TotalFilter ?? {}),
          },
        };
      case 'Login':
        this.loggedOut = false;
        return { LoginResponse: { Response: { Result: 'Success' } } };
    }
  }

  private conclude(dialogue: Dialogue, pressed: Press): PaymentResponse {
    const mustBeOnline = dialogue.request.PaymentRequest?.PaymentTransaction.TransactionConditions?.ForceOnlineFlag === true;
    const isRefused = mustBeOnline && pressed.button === 'approve_offline';
    const button: Press = isRefused ? { button: 'decline', condition: 'UnreachableHost' } : pressed;
    const transactionId = this.newTransactionId();
    const at = this.now().toISOString();
    const { said, moved } = paymentSaid(dialogue, button, transactionId, at);
    const { serviceId, currency, amount: requested } = dialogue;
    const by = { saleId: dialogue.saleId, shiftNumber: dialogue.request.PaymentRequest?.SaleData.ShiftNumber };
    this.ledger.add({ serviceId, category: 'Payment', currency, ...by, requested, moved, transactionId, at, payment: said });
    this.current = null;
    return said;
  }

  private takePayment(request: NexoRequest): Promise<Outgoing> {
    const { ServiceID: serviceId, SaleID: saleId } = request.MessageHeader;
    const asked = request.PaymentRequest?.PaymentTransaction.AmountsReq;
    const answerWith = (said: PaymentResponse) => Promise.resolve(whole(headed(request, { PaymentResponse: said })));
    if (asked === undefined) return answerWith({ Response: failure('MessageFormat') });
    const known = this.ledger.find(serviceId);
    if (known?.payment !== undefined) return answerWith(known.payment);
    if (this.current !== null) return answerWith({ Response: failure('Busy', `ServiceID=${this.current.serviceId}`) });
    if (this.loggedOut) return answerWith({ Response: failure('LoggedOut') });
    return new Promise((answer) => {
      this.current = { serviceId, saleId, currency: asked.Currency, amount: asked.RequestedAmount, request, answer, connected: true };
      if (this.habit !== 'wait') this.press(this.habit);
    });
  }

  private takeReversal(request: NexoRequest): ReversalResponse {
    const { ServiceID: serviceId, SaleID: saleId } = request.MessageHeader;
    const by = { saleId, shiftNumber: request.ReversalRequest?.SaleData?.ShiftNumber };
    const named = request.ReversalRequest?.OriginalPOITransaction.POITransactionID.TransactionID;
    const known = this.ledger.find(serviceId);
    if (known?.reversal !== undefined) return known.reversal;
    const paid = named === undefined ? undefined : this.ledger.paid(named);
    if (paid === undefined) return { Response: failure('NotFound') };
    const left = Math.round((paid.moved - this.ledger.reversed(paid.transactionId)) * FINEST) / FINEST;
    const wanted = request.ReversalRequest?.ReversedAmount ?? left;
    const isPossible = left > 0 && wanted <= left;
    const { currency, transactionId } = paid;
    const at = this.now().toISOString();
    const reversal: ReversalResponse = isPossible
      ? { Response: { Result: 'Success' }, POIData: { POITransactionID: { TransactionID: this.newTransactionId(), TimeStamp: at } } }
      : { Response: failure('NotAllowed') };
    const moved = isPossible ? -wanted : 0;
    this.ledger.add({ serviceId, category: 'Reversal', currency, ...by, requested: wanted, moved, transactionId, at, reversal });
    return reversal;
  }

  private statusOf(about: MessageReference | undefined): NexoReply['TransactionStatusResponse'] {
    const serviceId = about?.ServiceID ?? '';
    if (this.current?.serviceId === serviceId) return { Response: failure('InProgress') };
    const known = this.ledger.find(serviceId);
    if (known !== undefined && known.category === about?.MessageCategory) return repeated(known);
    return { Response: failure(this.current === null ? 'NotFound' : 'Busy') };
  }

  /** What is decided already is not stopped any more. */
  private abort(about: MessageReference | undefined): void {
    if (this.current?.serviceId === about?.ServiceID) this.press({ button: 'decline', condition: 'Aborted' });
  }
}
