import { useState } from 'react';
import type { TillFields } from '../../../../domain/customers/change-customer.ts';
import { useRegister } from '../../../kit/register-context.tsx';
import { refusalSentence } from '../../../kit/sentences.ts';

/** Saves what was said of a customer, and says why it was not. */
export function useSaveCustomer() {
  const { customers } = useRegister();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  return {
    busy,
    problem,
    async save(id: string, fields: TillFields): Promise<boolean> {
      setBusy(true);
      const result = await customers.save(id, fields);
      setBusy(false);
      setProblem(result.ok ? null : refusalSentence(result.refusal));
      return result.ok;
    },
  };
}
