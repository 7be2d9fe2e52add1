import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Customer } from '../../../../domain/customers/customer.ts';
import { customerSearch } from '../../../../domain/customers/customer-keys.ts';
import type { Answered } from '../../../kit/customer-services.ts';
import { useRegister } from '../../../kit/register-context.tsx';

/** The server is asked once nobody has typed for so long (milliseconds). */
const PAUSE_MS = 400;

/** Finds customers while somebody types: here at once, and at the server as soon as they pause. */
export function useFindCustomer(typed: string) {
  const { customers } = useRegister();
  const known = useStore(customers.state);
  const [answered, setAnswered] = useState<(Answered<Customer> & { readonly typed: string }) | null>(null);
  const isSearch = useMemo(() => customerSearch(typed).length > 0, [typed]);
  // What is said of customers meanwhile changes who is found.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const here = useMemo(() => customers.search(typed), [customers, known, typed]);
  useEffect(() => {
    if (!isSearch) return undefined;
    let isOver = false;
    const timer = setTimeout(() => {
      void customers.lookUp(typed).then((answer) => {
        if (!isOver) setAnswered({ ...answer, typed });
      });
    }, PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [customers, typed, isSearch]);
  const answer = answered?.typed === typed ? answered : null;
  return { isSearch, found: answer?.items ?? here, isAnswered: answer !== null, from: answer?.from ?? 'device' };
}
