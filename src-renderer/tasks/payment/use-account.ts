import { useEffect, useState } from 'react';
import type { Known } from '../../../domain/stored-value/pay-with-stored-value.ts';
import { accountId } from '../../../domain/stored-value/stored-value.ts';
import { useRegister } from '../../kit/register-context.tsx';

/** What is known of a customer's account: asked when it is shown; null until there is an answer. */
export function useAccount(customerId: string): Known | null {
  const { findStoredValue } = useRegister();
  const [answered, setAnswered] = useState<{ readonly customerId: string; readonly known: Known } | null>(null);
  useEffect(() => {
    let isOver = false;
    void findStoredValue(accountId(customerId)).then((known) => {
      if (!isOver) setAnswered({ customerId, known });
    });
    return () => {
      isOver = true;
    };
  }, [findStoredValue, customerId]);
  return answered?.customerId === customerId ? answered.known : null;
}
