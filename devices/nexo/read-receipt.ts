import type { CardApproval } from '../../domain/payments/card-payment.ts';
import type { PaymentResponse } from './messages.ts';

type Entry = NonNullable<CardApproval['entry']>;
type Verification = NonNullable<CardApproval['verification']>;

/** EntryModeType. `RFID` and `Tapped` are contactless by other names. */
const ENTRIES: Readonly<Record<string, Entry>> = {
  Contactless: 'contactless',
  Tapped: 'contactless',
  RFID: 'contactless',
  ICC: 'chip',
  SynchronousICC: 'chip',
  MagStripe: 'stripe',
  Keyed: 'typed',
  Manual: 'typed',
  Scanned: 'scanned',
  Mobile: 'scanned',
};

/** AuthenticationMethodType, as far as a receipt tells it. */
const VERIFICATIONS: Readonly<Record<string, Verification>> = {
  OnlinePIN: 'pin',
  OfflinePIN: 'pin',
  PaperSignature: 'signature',
  SignatureCapture: 'signature',
  Bypass: 'none',
};

function firstKnown<V>(said: readonly string[] | undefined, known: Readonly<Record<string, V>>): V | null {
  return said?.map((one) => known[one]).find((one) => one !== undefined) ?? null;
}

/** The lines of the terminal's receipts by their keys: `name=AID&value=A0000000041010&key=aid`. The first of a key counts. */
function receiptLines(receipts: PaymentResponse['PaymentReceipt']): ReadonlyMap<string, string> {
  const texts = (receipts ?? []).flatMap((one) => one.OutputContent?.OutputText ?? []);
  const lines = new Map<string, string>();
  for (const { Text: text = '' } of texts) {
    const line = new URLSearchParams(text);
    const [key, value] = [line.get('key'), line.get('value')];
    if (key !== null && value !== null && !lines.has(key)) lines.set(key, value);
  }
  return lines;
}

function applicationOf(lines: ReadonlyMap<string, string>): CardApproval['application'] {
  const aid = (lines.get('aid') ?? '').replaceAll(' ', '').toUpperCase();
  if (!/^[0-9A-F]{10,32}$/.test(aid)) return null;
  return { aid, label: (lines.get('preferredName') ?? lines.get('cardType'))?.slice(0, 40) ?? null };
}

/** What the receipt of a card payment names besides the amount (EMV), as codes. The terminal's own text may tell too much to be kept. */
export function readReceipt(said: PaymentResponse): Pick<CardApproval, 'application' | 'entry' | 'verification' | 'merchantId'> {
  const { PaymentResult, PaymentReceipt } = said;
  return {
    application: applicationOf(receiptLines(PaymentReceipt)),
    entry: firstKnown(PaymentResult?.PaymentInstrumentData?.CardData?.EntryMode, ENTRIES),
    verification: firstKnown(PaymentResult?.AuthenticationMethod, VERIFICATIONS),
    merchantId: PaymentResult?.PaymentAcquirerData?.MerchantID?.slice(0, 40) ?? null,
  };
}
