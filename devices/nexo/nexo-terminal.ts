import type { TerminalPort, TotalsRequest } from '../../domain/device/terminal.ts';
import { ANSWER_WITHIN_MS } from '../../domain/payments/card-attempt.ts';
import { toNexoAmount } from './amounts.ts';
import { exchange, type TerminalAddress } from './exchange.ts';
import { type Category, type NexoReply, type NexoRequest, PROTOCOL_VERSION, reply as replySchema } from './messages.ts';
import { readPayReply, readReverseReply, readStatusReply } from './read-reply.ts';
import { readTotals } from './read-totals.ts';

export interface NexoOptions extends TerminalAddress {
  /** The terminal's own id, its model and serial number. */
  readonly poiId: string;
  /** The till's id; the same for as long as the register lives. */
  readonly saleId: string;
  /** The shift in which it is asked; left out where none is open. */
  readonly shiftId?: string;
  /** How long to wait for the answer to a payment; longer than the terminal itself waits. */
  readonly answerWithinMs?: number;
}

/** Answers to questions about state come at once; a terminal that takes longer is as good as away. */
const SHORT_MS = 10_000;

const STATUSES: Readonly<Record<string, 'ok' | 'busy' | 'maintenance' | 'unreachable'>> = {
  OK: 'ok',
  Busy: 'busy',
  Maintenance: 'maintenance',
  Unreachable: 'unreachable',
};

type Asked = { readonly kind: 'answered'; readonly reply: NexoReply } | { readonly kind: 'not_reachable' } | { readonly kind: 'lost' };
type Body = Omit<NexoRequest, 'MessageHeader'>;

const LOST = { kind: 'lost' } as const;

/** How a terminal knows a shift: short, since terminals differ in how much they keep, and its end, since a UUIDv7 begins with its time. */
function shiftNumberOf(shiftId: string): string {
  return shiftId.replaceAll('-', '').slice(-12);
}

/** Sends one message, and reads its answer as far as it is one. */
async function send(options: NexoOptions, category: Category, serviceId: string, body: Body, withinMs: number): Promise<Asked> {
  const { poiId, saleId } = options;
  const MessageHeader: NexoRequest['MessageHeader'] = {
    ProtocolVersion: PROTOCOL_VERSION,
    MessageClass: 'Service',
    MessageCategory: category,
    MessageType: 'Request',
    ServiceID: serviceId,
    SaleID: saleId,
    POIID: poiId,
  };
  const exchanged = await exchange(options, { SaleToPOIRequest: { MessageHeader, ...body } }, withinMs);
  if (exchanged.kind !== 'answered') return exchanged;
  const read = replySchema.safeParse(exchanged.value);
  // An answer of another terminal, or to another kind of message, proves nothing.
  if (!read.success) return LOST;
  const { MessageHeader: from } = read.data.SaleToPOIResponse;
  if (from.POIID !== poiId || from.MessageCategory !== category) return LOST;
  return { kind: 'answered', reply: read.data.SaleToPOIResponse };
}

/** What is asked for, and in which shift. */
function saleData(reference: string, shiftId: string | undefined) {
  const SaleTransactionID = { TransactionID: reference, TimeStamp: new Date().toISOString() };
  return { SaleTransactionID, ...(shiftId !== undefined && { ShiftNumber: shiftNumberOf(shiftId) }) };
}

type Ask = (category: Category, serviceId: string, body: Body, withinMs: number) => Promise<Asked>;

/** Asks for the totals of a shift. */
async function askTotals(ask: Ask, saleId: string, { serviceId, shiftId }: TotalsRequest, logIn: (serviceId: string) => Promise<void>) {
  const filter = { SaleID: saleId, ShiftNumber: shiftNumberOf(shiftId) };
  const body = { GetTotalsRequest: { TotalDetails: ['SaleID', 'ShiftNumber'], TotalFilter: filter } };
  const asked = await ask('GetTotals', serviceId, body, SHORT_MS);
  if (asked.kind !== 'answered') return asked;
  const said = readTotals(asked.reply.GetTotalsResponse, filter);
  if (said.kind === 'failed' && said.condition === 'LoggedOut') await logIn(`L${serviceId.slice(1)}`);
  return said;
}

/** A terminal that speaks nexo Sale to POI, as JSON over TLS. */
export function nexoTerminal(options: NexoOptions): TerminalPort {
  const { poiId, saleId, shiftId, answerWithinMs = ANSWER_WITHIN_MS } = options;

  const ask: Ask = (category, serviceId, body, withinMs) => send(options, category, serviceId, body, withinMs);

  /** A terminal that forgot who we are is told again; what it refused has to be asked for anew, by a person. */
  async function logIn(serviceId: string): Promise<void> {
    await ask('Login', serviceId, { LoginRequest: { DateTime: new Date().toISOString() } }, SHORT_MS);
  }

  return {
    async pay({ serviceId, reference, currency, amountMinor, isPart, mustBeOnline }) {
      const asked = await ask(
        'Payment',
        serviceId,
        {
          PaymentRequest: {
            SaleData: saleData(reference, shiftId),
            PaymentTransaction: {
              AmountsReq: { Currency: currency, RequestedAmount: toNexoAmount(amountMinor, currency) },
              ...(mustBeOnline ? { TransactionConditions: { ForceOnlineFlag: true } } : {}),
            },
            ...(isPart ? { PaymentData: { SplitPaymentFlag: true } } : {}),
          },
        },
        answerWithinMs,
      );
      if (asked.kind !== 'answered') return asked;
      const said = readPayReply(asked.reply, currency);
      if (said.kind === 'answered' && said.answer.result === 'failed' && said.answer.condition === 'LoggedOut') {
        await logIn(`L${serviceId.slice(1)}`);
      }
      return said;
    },
    async reverse({ serviceId, reference, transactionId, transactionAt, part }) {
      const asked = await ask(
        'Reversal',
        serviceId,
        {
          ReversalRequest: {
            SaleData: saleData(reference, shiftId),
            OriginalPOITransaction: { POITransactionID: { TransactionID: transactionId, TimeStamp: transactionAt } },
            ...(part === null ? {} : { ReversedAmount: toNexoAmount(part.amountMinor, part.currency) }),
            ReversalReason: part === null ? 'MerchantCancel' : 'CustCancel',
          },
        },
        answerWithinMs,
      );
      return asked.kind === 'answered' ? readReverseReply(asked.reply, serviceId) : asked;
    },
    async status(request) {
      const { serviceId, of } = request;
      const MessageCategory = of.category === 'payment' ? 'Payment' : 'Reversal';
      const reference = { MessageCategory, ServiceID: of.serviceId, SaleID: saleId, POIID: poiId } as const;
      const asked = await ask('TransactionStatus', serviceId, { TransactionStatusRequest: { MessageReference: reference } }, SHORT_MS);
      return asked.kind === 'answered' ? readStatusReply(asked.reply, request) : asked;
    },
    async abort({ serviceId, of }) {
      const reference = { MessageCategory: 'Payment', ServiceID: of, SaleID: saleId, POIID: poiId } as const;
      await ask('Abort', serviceId, { AbortRequest: { AbortReason: 'MerchantAbort', MessageReference: reference } }, SHORT_MS);
    },
    async diagnose(serviceId) {
      const asked = await ask('Diagnosis', serviceId, { DiagnosisRequest: { HostDiagnosisFlag: false } }, SHORT_MS);
      if (asked.kind !== 'answered') return asked;
      const said = asked.reply.DiagnosisResponse;
      if (said?.Response.ErrorCondition === 'LoggedOut') await logIn(`L${serviceId.slice(1)}`);
      return { kind: 'answered', status: STATUSES[said?.POIStatus?.GlobalStatus ?? ''] ?? 'unreachable' };
    },
    totals: (request) => askTotals(ask, saleId, request, logIn),
  };
}
