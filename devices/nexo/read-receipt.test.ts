import { expect, it } from 'vitest';
import { paymentResponse } from './messages.ts';
import { readReceipt } from './read-receipt.ts';

const NOTHING = { application: null, entry: null, verification: null, merchantId: null };
const line = (text: string) => ({ OutputContent: { OutputText: [{ Text: text }] } });
const read = (more: object) => readReceipt(paymentResponse.parse({ Response: { Result: 'Success' }, ...more }));
const byCard = (entry: string, method: string) => ({
  PaymentResult: { AuthenticationMethod: [method], PaymentInstrumentData: { CardData: { EntryMode: [entry] } } },
});

it.each([
  ['nothing', {}, NOTHING],
  ['a chip with a PIN', byCard('ICC', 'OnlinePIN'), { ...NOTHING, entry: 'chip', verification: 'pin' }],
  ['a phone held to it', byCard('Tapped', 'UnknownMethod'), { ...NOTHING, entry: 'contactless' }],
  ['a stripe with a signature', byCard('MagStripe', 'PaperSignature'), { ...NOTHING, entry: 'stripe', verification: 'signature' }],
  ['a word of a later version', byCard('Thought', 'Bypass'), { ...NOTHING, verification: 'none' }],
  [
    'an application with its name',
    { PaymentReceipt: [line('name=AID&value=A0000000041010&key=aid'), line('name=Preferred%20name&value=Debit%20MC&key=preferredName')] },
    { ...NOTHING, application: { aid: 'A0000000041010', label: 'Debit MC' } },
  ],
  [
    'an application without a name',
    { PaymentReceipt: [line('key=aid&value=a0 00 00 00 03 10 10')] },
    { ...NOTHING, application: { aid: 'A0000000031010', label: null } },
  ],
  ['what is no application', { PaymentReceipt: [line('key=aid&value=none'), line('Thank you')] }, NOTHING],
  ['a merchant', { PaymentResult: { PaymentAcquirerData: { MerchantID: 'M-1' } } }, { ...NOTHING, merchantId: 'M-1' }],
])('the receipt of a card payment tells %s', (_what, more, expected) => expect(read(more)).toEqual(expected));

it('[A2] keeps no number of a card, whatever the terminal prints', () => {
  const told = read({ PaymentReceipt: [line('name=PAN&value=5413330089099999&key=pan')] });
  expect(JSON.stringify(told)).not.toContain('5413');
});
