import { useEffect, useState } from 'react';
import type { Known } from '../../../domain/stored-value/pay-with-stored-value.ts';
import { useRegister } from '../../kit/register-context.tsx';

/**
 * What is known of an account or of points: asked when it is shown; null until there is an answer.
 * @param id see `accountId` and `pointsId`; null where there is nobody to ask about.
 */
export function useStoredValue(id: string | null): Known | null {
  const { findStoredValue } = useRegister();
  const [answered, setAnswered] = useState<{ readonly id: string; readonly known: Known } | null>(null);
  useEffect(() => {
    if (id === null) return;
    let isOver = false;
    void findStoredValue(id).then((known) => {
      if (!isOver) setAnswered({ id, known });
    });
    return () => {
      isOver = true;
    };
  }, [findStoredValue, id]);
  return answered?.id === id ? answered.known : null;
}
