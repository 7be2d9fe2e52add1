import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { identityDocument } from '../../../domain/fulfillment/identity.ts';
import { feesByRules } from '../../../domain/returns/fee-by-rules.ts';
import { mostWithoutReceipt } from '../../../domain/returns/no-receipt-policy.ts';
import { goodsReturned, type ReturnRecorded } from '../../../domain/returns/operations.ts';
import { creditFor } from '../../../domain/returns/return-without-receipt.ts';
import { noReceiptPolicy, returnWindow } from '../../../domain/returns/settings.ts';
import { customerName } from '../../../texts/say/customer-words.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { words } from '../../../texts/words/words.ts';
import { DoubtDialog, type DoubtQuestion } from '../../kit/DoubtDialog.tsx';
import { Empty, Notice } from '../../kit/Notice.tsx';
import { useReader, useRegister, useSetting } from '../../kit/register-context.tsx';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { useCustomer } from '../../kit/use-customer.ts';
import { useStoreDate } from '../../kit/use-store-date.ts';
import { richWords } from '../../words/rich-words.tsx';
import { Saying } from '../picking/Saying.tsx';
import { useSteps } from '../picking/use-steps.ts';
import { NO_CHOICE } from '../returns/return-form.ts';
import returns from '../returns/Returns.module.css';
import { ChooseCustomer } from '../sale/customer/ChooseCustomer.tsx';
import type { CounterRules } from '../sale/price-cart.ts';
import { FindArticle } from '../stock/FindArticle.tsx';
import { addBrought, broughtOf, type NoReceiptDraft, setBrought } from './brought-goods.ts';
import { BroughtRow } from './BroughtRow.tsx';
import { decideNoReceipt, goodsOf, usedBefore } from './decide-no-receipt.ts';
import styles from './NoReceipt.module.css';
import { useLowestLines } from './use-lowest-lines.ts';

export interface NoReceiptFormProps {
  readonly counter: CounterRules;
  readonly draft: NoReceiptDraft;
  readonly onDraft: (draft: NoReceiptDraft) => void;
  readonly onRecorded: (operation: ReturnRecorded) => void;
}

type AskedProps = Pick<NoReceiptFormProps, 'draft' | 'onDraft'>;

/** Who brings the goods, and which document they showed. */
function AskedOfCustomer({ draft, onDraft }: AskedProps) {
  const { documents } = useSetting(noReceiptPolicy);
  const [isFinding, setFinding] = useState(false);
  const { customerId, document } = draft;
  const customer = useCustomer(customerId);
  if (isFinding)
    return (
      <ChooseCustomer
        card={null}
        stays={null}
        onChoose={(id) => (onDraft({ ...draft, customerId: id }), true)}
        onClose={() => setFinding(false)}
      />
    );
  return (
    <div className={styles.asked}>
      <Button size="lg" variant="default" onClick={() => setFinding(true)}>
        {customerId === null ? words('noReceipt.chooseCustomer') : words('customer.of', { name: customerName(customer) })}
      </Button>
      {documents.length > 0 && (
        <NativeSelect
          label={words('noReceipt.document')}
          description={words('noReceipt.documentHint')}
          value={document ?? ''}
          onChange={(event) => {
            const read = identityDocument.safeParse(event.currentTarget.value);
            onDraft({ ...draft, document: read.success ? read.data : null });
          }}
          data={[{ value: '', label: '–' }, ...documents.map((kind) => ({ value: kind, label: words(`identity.${kind}`) }))]}
        />
      )}
    </div>
  );
}

interface CreditFootProps extends AskedProps {
  /** The most that can be given now, in minor units; null where nothing limits it. */
  readonly mostMinor: number | null;
  readonly currency: string;
  /** What is given, as text. */
  readonly amount: string;
  readonly isEmpty: boolean;
  readonly busy: boolean;
  readonly onGive: () => void;
}

/** Who brings the goods, how much is given for them, and the button that asks before it gives. */
function CreditFoot({ draft, onDraft, mostMinor, currency, amount, isEmpty, busy, onGive }: CreditFootProps) {
  return (
    <footer className={returns.foot}>
      <AskedOfCustomer draft={draft} onDraft={onDraft} />
      {mostMinor !== null && <Notice tone="info">{words('noReceipt.most', { amount: formatMoney(mostMinor, currency) })}</Notice>}
      <div className={returns.refund}>
        <span aria-live="polite">{richWords('noReceipt.credit', { amount: <strong className={returns.amount}>{amount}</strong> })}</span>
        <Button size="lg" disabled={isEmpty} loading={busy} onClick={onGive}>
          {words('noReceipt.give')}
        </Button>
      </div>
    </footer>
  );
}

/** What is asked before anything is given. */
function questionOf(amount: string): DoubtQuestion {
  return {
    title: words('empties.sureCredit', { amount }),
    text: words('noReceipt.sureText'),
    confirm: words('empties.giveCreditNow', { amount }),
    back: words('doubt.back'),
  };
}

/** Goods that are brought without a receipt: scanned or found, with what they give at least. Nothing is given before it was said twice. */
export function NoReceiptForm({ counter, draft, onDraft, onRecorded }: NoReceiptFormProps) {
  const { catalog, identity } = useRegister();
  const reader = useReader();
  const policy = useSetting(noReceiptPolicy);
  const window = useSetting(returnWindow);
  const today = useStoreDate();
  const steps = useSteps();
  const [isAsking, setAsking] = useState(false);
  const { brought, customerId } = draft;
  const { currency } = counter;
  const lines = useLowestLines(brought, counter, policy.priceDays);
  const amount = formatMoney(creditFor({ goods: goodsOf(draft, lines), feeFor: feesByRules(reader) }), currency);
  const most = mostWithoutReceipt(policy, usedBefore(reader, customerId), { customerId, at: new Date().toISOString() });

  function bring(product: Parameters<typeof broughtOf>[0]): string | null {
    const found = broughtOf(product, window, today);
    if (!found.ok) return found.refusal;
    onDraft({ ...draft, brought: addBrought(brought, found.value.sku) });
    return null;
  }

  useScanner((code) => {
    const product = catalog.lookup(code);
    return product === undefined ? words('noReceipt.unknown', { code }) : bring(product);
  });

  async function give(): Promise<void> {
    setAsking(false);
    const [recorded] = await steps.take([decideNoReceipt({ draft, lines, storeId: identity.storeId, currency })]);
    if (goodsReturned.is(recorded)) onRecorded(recorded);
  }

  return (
    <div className={returns.form}>
      <Saying steps={steps} />
      <FindArticle
        onFound={(product) => {
          const refusal = bring(product);
          if (refusal !== null) steps.say('bad', refusal);
        }}
      />
      {lines.length === 0 && <Empty title={words('noReceipt.scan')}>{words('noReceipt.scanText')}</Empty>}
      <ul className={returns.lines} aria-label={words('noReceipt.goods')}>
        {lines.map((line) => (
          <BroughtRow
            key={line.sku}
            line={line}
            choice={brought.get(line.sku) ?? NO_CHOICE}
            currency={currency}
            priceDays={policy.priceDays}
            onChange={(choice) => onDraft({ ...draft, brought: setBrought(brought, line.sku, choice) })}
          />
        ))}
      </ul>
      <CreditFoot
        {...{ draft, onDraft, currency, amount }}
        mostMinor={most}
        isEmpty={lines.length === 0}
        busy={steps.busy}
        onGive={() => setAsking(true)}
      />
      <DoubtDialog question={isAsking ? questionOf(amount) : null} onConfirm={() => void give()} onBack={() => setAsking(false)} />
    </div>
  );
}
