import { Button } from '@mantine/core';
import { useState } from 'react';
import { statusWords } from '../../kit/order-words.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useRegister } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';

/** What became of an order that this register does not have: asked at the server, when a person wants to know. */
export function LookUpOrder({ number }: { readonly number: string }) {
  const { findReturnable } = useRegister();
  const [answer, setAnswer] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);

  async function ask(): Promise<void> {
    setAsking(true);
    const found = await findReturnable(number).catch(() => 'failed' as const);
    setAsking(false);
    if (found === 'failed') setAnswer(words('returns.failed', { number }));
    else if (found === 'not_here') setAnswer(words('history.notHere', { number }));
    else if (found === 'not_found' || found.kind === 'sale') setAnswer(words('pickup.notFound', { number }));
    else {
      const states = new Set(found.fulfillmentOrders.map(({ state }) => statusWords(state)));
      setAnswer(words('pickup.serverSays', { number: found.orderNumber, status: [...states].join(', ') }));
    }
  }

  if (answer !== null) return <Notice tone="info">{answer}</Notice>;
  return (
    <Button variant="default" loading={asking} onClick={() => void ask()}>
      {words('pickup.lookUp', { number })}
    </Button>
  );
}
