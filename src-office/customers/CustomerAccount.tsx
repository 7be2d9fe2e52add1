import { Button } from '@mantine/core';
import { useCallback, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { AccountEntry } from '../../domain/stored-value/account-protocol.ts';
import type { StoredValue } from '../../domain/stored-value/stored-value.ts';
import { accountFacts } from '../../src-renderer/kit/account-words.ts';
import { formatMoney } from '../../texts/say/format-money.ts';
import { formatMoment, ownZone } from '../../texts/say/format-time.ts';
import { Notice } from '../../src-renderer/kit/Notice.tsx';
import { words } from '../../texts/words/words.ts';
import office from '../base/Office.module.css';
import { useOffice } from '../base/office-context.tsx';
import { usePaged } from '../../src-renderer/kit/use-paged.ts';
import { useTask } from '../base/use-task.ts';
import { AdjustForm, LimitForm } from './AccountForms.tsx';

const LOOK_AGAIN_MS = 10_000;

/** The account of a customer: what they owe, its limit, and its statement. It is opened, paid and blocked here. */
export function CustomerAccount({ customerId }: { readonly customerId: string }) {
  const { client, explain } = useOffice();
  const [account, setAccount] = useState<StoredValue | null>(null);
  const [form, setForm] = useState<'limit' | 'adjust' | null>(null);
  const load = useCallback(
    async (after?: string) => {
      const { account: found, entries, next } = await client.account(customerId, { ...(after !== undefined && { after }) });
      setAccount(found);
      return { items: entries, next };
    },
    [client, customerId],
  );
  const { items, hasMore, trouble, more, reload } = usePaged(load, explain, LOOK_AGAIN_MS);
  const close = () => setForm(null);
  const done = () => (close(), reload());
  if (items === null) return trouble === null ? null : <Notice tone="bad">{trouble}</Notice>;
  return (
    <section className={`${office.history} ${office.account}`} aria-label={words('account.title')}>
      <h2>{words('account.title')}</h2>
      {trouble !== null && <Notice tone="bad">{trouble}</Notice>}
      <p>{account === null || account.issuedAt === null ? words('accounts.none') : accountFacts(account)}</p>
      {account?.isBlocked === true && <Notice tone="warn">{words('giftCards.isBlocked')}</Notice>}
      {form === null && <Steps account={account} onForm={setForm} onDone={reload} />}
      {form === 'limit' && <LimitForm customerId={customerId} account={account} onDone={done} onClose={close} />}
      {form === 'adjust' && account !== null && <AdjustForm customerId={customerId} account={account} onDone={done} onClose={close} />}
      {account !== null && <Statement entries={items} currency={account.currency} />}
      {hasMore && (
        <Button variant="default" onClick={more}>
          {words('office.showMore')}
        </Button>
      )}
    </section>
  );
}

interface StepsProps {
  readonly account: StoredValue | null;
  readonly onForm: (form: 'limit' | 'adjust') => void;
  readonly onDone: () => void;
}

/** What can be done with the account. */
function Steps({ account, onForm, onDone }: StepsProps) {
  const { client } = useOffice();
  const { busy, said, run } = useTask();
  const isOpen = account !== null && account.issuedAt !== null;
  return (
    <>
      {said !== null && <Notice tone={said.tone}>{said.text}</Notice>}
      <div className={office.handOffSteps}>
        <Button variant="default" onClick={() => onForm('limit')}>
          {words(isOpen ? 'accounts.setLimit' : 'accounts.open')}
        </Button>
        {isOpen && (
          <>
            <Button variant="default" onClick={() => onForm('adjust')}>
              {words('accounts.record')}
            </Button>
            <Button
              variant="default"
              disabled={busy}
              onClick={() =>
                void run(async () => {
                  const request = { operationId: uuidv7(), storedValueId: account.id, isBlocked: !account.isBlocked, note: '' };
                  await client.blockStoredValue(request);
                  onDone();
                  return null;
                })
              }
            >
              {words(account.isBlocked ? 'accounts.allow' : 'accounts.block')}
            </Button>
          </>
        )}
      </div>
    </>
  );
}

/** What an entry is called. */
function entryName({ kind, receiptNumber, reason }: AccountEntry): string {
  const receipt = receiptNumber ?? '';
  if (kind === 'sale') return words('accounts.sale', { receipt });
  if (kind === 'return') return words('accounts.return', { receipt });
  if (kind === 'payment') return words('accounts.payment', { receipt });
  return words(`giftCards.reason.${reason ?? 'correction'}`);
}

/** What was bought and paid, the newest first. */
function Statement({ entries, currency }: { readonly entries: readonly AccountEntry[]; readonly currency: string }) {
  if (entries.length === 0) return <p className={office.quiet}>{words('accounts.noEntries')}</p>;
  return (
    <ol aria-label={words('accounts.statement')}>
      {entries.map((entry) => (
        <li key={`${entry.operationId} ${entry.kind}`}>
          <strong>
            {entryName(entry)} · <bdi>{formatMoney(entry.amountMinor, currency)}</bdi>
          </strong>
          {entry.note !== '' && <span>{words('office.quoted', { text: entry.note })}</span>}
          <span className={office.quiet}>{`${formatMoment(entry.at, ownZone())} · ${entry.storeName}`}</span>
        </li>
      ))}
    </ol>
  );
}
