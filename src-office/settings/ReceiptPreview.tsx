import type { SaleCompleted } from '../../domain/sale/sale.ts';
import {
  receiptAssociate,
  receiptLanguages,
  receiptLogo,
  receiptSeller,
  receiptText,
  receiptTillSerial,
} from '../../domain/sale/settings.ts';
import { priceSale } from '../../domain/pricing/price-sale.ts';
import { oneTaxPerClass } from '../../domain/tax/tax-rules.ts';
import { paperIn } from '../../texts/paper/paper-in.ts';
import { PaperSheet } from '../../src-renderer/kit/paper/PaperSheet.tsx';
import { type ReceiptFacts, type SellerFacts } from '../../texts/paper/receipt-facts.ts';
import { receiptPaper } from '../../texts/paper/receipt-paper.ts';
import { words } from '../../texts/words/words.ts';
import { useOffice } from '../base/office-context.tsx';
import { useSettingHere } from './settings-here.ts';
import styles from './Settings.module.css';

const AT = '2026-03-02T10:00:00.000Z';
const DATE = '2026-03-02';
const REGISTER = 'A1';

/** A sale of two sample articles at 20 % and 10 %, prices included, paid in cash. */
function sampleSale(currency: string): SaleCompleted {
  const article = { gtin: null, quantity: 1 } as const;
  const cart = [
    { ...article, sku: '1', name: words('settings.sample.first'), unitPrice: 1_200_000, taxClass: 'STD' },
    { ...article, sku: '2', name: words('settings.sample.second'), unitPrice: 275_000, quantity: 2, taxClass: 'RED' },
  ];
  const taxes = oneTaxPerClass({ STD: 200_000, RED: 100_000 });
  const { lines, totalMinor, taxMinor } = priceSale(cart, { pricesIncludeTax: true, taxes, promotions: [], date: DATE });
  return {
    receiptNumber: `${REGISTER}-000001`,
    currency,
    pricesIncludeTax: true,
    begunAt: null,
    customerId: null,
    taxExemptionId: null,
    ageCheck: null,
    coupons: [],
    lines,
    orders: [],
    totalMinor,
    taxMinor,
    roundingMinor: 0,
    tenders: [{ kind: 'cash', currency, amountMinor: totalMinor, tipMinor: 0, givenMinor: totalMinor, changeMinor: 0, rate: null }],
    onAccount: null,
    usedPoints: 0,
  };
}

interface ReceiptPreviewProps {
  /** What is being changed, as it is now. */
  readonly seller?: Partial<SellerFacts>;
  readonly languages?: typeof receiptLanguages.standard;
}

/** A receipt as it would be with what is being changed here. */
export function ReceiptPreview({ seller, languages }: ReceiptPreviewProps) {
  const { overview } = useOffice();
  const [logo, text, own] = [useSettingHere(receiptLogo), useSettingHere(receiptText), useSettingHere(receiptSeller)];
  const kept = useSettingHere(receiptLanguages);
  const facts: ReceiptFacts = {
    store: { name: overview.company, address: words('settings.sample.address'), logo, ...text, ...own, ...seller },
    timezone: 'UTC',
    associateBy: useSettingHere(receiptAssociate),
    nameOf: () => words('settings.sample.person'),
    promotionNameOf: () => undefined,
    hasTillSerial: useSettingHere(receiptTillSerial) === 'shown',
    payments: new Map(),
    refunds: new Map(),
    vouchers: [],
  };
  const sale = { at: AT, registerId: REGISTER, associateId: REGISTER, payload: sampleSale(overview.currency ?? 'USD') };
  return (
    <div className={styles.preview}>
      <PaperSheet paper={paperIn(languages ?? kept, () => receiptPaper(sale, facts, undefined, { isCopy: false, giftLines: null }))} />
    </div>
  );
}
