import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { readCardNumber, type StoredValue, storedValueId } from '../../domain/stored-value/stored-value.ts';
import { words } from '../../texts/words/words.ts';
import office from '../base/Office.module.css';
import { useOffice } from '../base/office-context.tsx';
import { PageHead } from '../base/PageHead.tsx';
import { useTask } from '../base/use-task.ts';
import { GiftCardForm } from './GiftCardForm.tsx';
import { GiftCardRow } from './GiftCardRow.tsx';

/** A number that was looked up, and what is known of it. */
interface LookedUp {
  readonly number: string;
  /** Null where nobody has issued or used it. */
  readonly value: StoredValue | null;
}

/** Gift cards and store credit by their number: what is on them; issue, change and block. */
export function GiftCardsPage() {
  const { client } = useOffice();
  const { busy, said, run } = useTask();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<LookedUp | null>(null);
  const [changing, setChanging] = useState(false);
  const number = readCardNumber(typed);

  function lookUp(): void {
    void run(async () => {
      if (number === null) return { tone: 'bad', text: words('refusal.card_number_not_valid') };
      const value = await client.storedValue(storedValueId(number));
      setFound({ number, value });
      setChanging(value === null);
      return value === null ? { tone: 'info', text: words('giftCards.unknown') } : null;
    });
  }

  const show = (value: StoredValue) => (setFound((before) => (before === null ? null : { ...before, value })), setChanging(false));
  return (
    <>
      <PageHead title={words('giftCards.title')} text={words('giftCards.text')} onAdd={null} add="" trouble={null} said={said} />
      <form
        className={office.filters}
        aria-label={words('giftCards.find')}
        onSubmit={(event) => {
          event.preventDefault();
          lookUp();
        }}
      >
        <TextInput
          label={words('payment.giftCardNumber')}
          inputMode="numeric"
          autoComplete="off"
          value={typed}
          onChange={(event) => (setTyped(event.currentTarget.value), setFound(null))}
        />
        <Button type="submit" loading={busy} disabled={typed.trim() === ''}>
          {words('giftCards.find')}
        </Button>
      </form>
      {found !== null && found.value !== null && (
        <ul className={office.handOffs} aria-label={words('giftCards.title')}>
          <GiftCardRow value={found.value} onChange={() => setChanging(true)} onBlocked={show} />
        </ul>
      )}
      {found !== null && changing && (
        <GiftCardForm key={found.number} number={found.number} value={found.value} onDone={show} onClose={() => setChanging(false)} />
      )}
    </>
  );
}
