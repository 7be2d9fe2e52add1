import { Button, Loader, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Returnable } from '../../../domain/orders/order-intake.ts';
import { Link } from 'wouter';
import { setAsideDocument } from '../../../domain/stock/set-aside.ts';
import { IconBox, IconReceipt, IconReceiptOff, IconRecycle } from '../../kit/icons.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useCurrent, useRegister } from '../../kit/register-context.tsx';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { soundRefusal } from '../../kit/scanner/scan-sounds.ts';
import styles from './Returns.module.css';
import { waitingGoods } from './waiting-goods.ts';
import { words } from '../../../texts/words/words.ts';

type Search =
  | { readonly status: 'idle' }
  | { readonly status: 'searching'; readonly number: string }
  | { readonly status: 'not_found' | 'not_here' | 'failed'; readonly number: string };

function sentenceOf(status: 'not_found' | 'not_here' | 'failed', number: string): string {
  switch (status) {
    case 'not_found':
      return words('returns.notFound', { number });
    case 'not_here':
      return words('returns.notHere', { number });
    case 'failed':
      return words('returns.failed', { number });
  }
}

/** Leads to empties, which have no receipt; nothing where no article is a deposit. */
function EmptiesLink() {
  const { catalog } = useRegister();
  if (catalog.deposits().length === 0) return null;
  return (
    <Button component={Link} href="/empties" variant="default" size="lg" leftSection={<IconRecycle aria-hidden size={20} />}>
      {words('empties.open')}
    </Button>
  );
}

/** Leads to what came back and is not for sale; nothing where none of it waits. */
function SetAsideLink() {
  const waiting = waitingGoods(useCurrent(setAsideDocument).values());
  if (waiting.length === 0) return null;
  return (
    <Button component={Link} href="/set-aside" variant="default" size="lg" leftSection={<IconBox aria-hidden size={20} />}>
      {words('setAside.open', { count: waiting.length })}
    </Button>
  );
}

function OtherWays() {
  return (
    <div className={styles.links}>
      <Button component={Link} href="/no-receipt" variant="default" size="lg" leftSection={<IconReceiptOff aria-hidden size={20} />}>
        {words('noReceipt.open')}
      </Button>
      <EmptiesLink />
      <SetAsideLink />
    </div>
  );
}

/** Asks for the receipt or order number and looks for it. */
export function FindBought({ onFound }: { readonly onFound: (found: Returnable) => void }) {
  const register = useRegister();
  const [text, setText] = useState('');
  const [search, setSearch] = useState<Search>({ status: 'idle' });
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current = -1;
    },
    [],
  );

  /** Gives why nothing was found; null when it was, or when a newer search has taken over. */
  async function find(typed: string): Promise<string | null> {
    const number = typed.trim();
    if (number === '') return null;
    turn.current += 1;
    const mine = turn.current;
    setText(number);
    setSearch({ status: 'searching', number });
    const found = await register.findReturnable(number).catch(() => 'failed' as const);
    // A newer search, or another screen, has taken over.
    if (turn.current !== mine) return null;
    if (typeof found !== 'string') return onFound(found), null;
    setSearch({ status: found, number });
    return sentenceOf(found, number);
  }

  useScanner(async (code) => {
    const product = register.catalog.lookup(code);
    if (product !== undefined) return words('returns.scanReceiptFirst', { name: product.name, code });
    const refusal = await find(code);
    if (refusal !== null) setSearch({ status: 'idle' });
    return refusal;
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    void find(text).then((refusal) => refusal !== null && soundRefusal());
  }

  return (
    <div className={styles.find}>
      <form className={styles.findForm} onSubmit={submit}>
        <TextInput
          className={styles.grow}
          size="lg"
          label={words('returns.number')}
          description={words('returns.numberHint')}
          leftSection={<IconReceipt aria-hidden size={24} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autoComplete="off"
          autoCapitalize="characters"
          autoFocus
          maxLength={60}
          data-search
        />
        <Button type="submit" size="lg" disabled={text.trim() === ''}>
          {words('returns.find')}
        </Button>
      </form>
      <OtherWays />
      {search.status === 'searching' && (
        <p className={styles.searching} role="status">
          <Loader size="sm" aria-hidden /> {words('returns.lookingFor', { number: search.number })}
        </p>
      )}
      {search.status !== 'idle' && search.status !== 'searching' && (
        <Notice tone={search.status === 'not_here' ? 'warn' : 'bad'}>{sentenceOf(search.status, search.number)}</Notice>
      )}
    </div>
  );
}
