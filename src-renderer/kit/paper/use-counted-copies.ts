import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { copyReceipt } from '../../../domain/copies/copy-receipt.ts';
import { copiesId } from '../../../domain/copies/copies-id.ts';
import { type CopiedReceipt, receiptCopiesDocument } from '../../../domain/copies/documents.ts';
import { receiptCopies } from '../../../domain/copies/settings.ts';
import { useRegister, useSetting } from '../register-context.tsx';
import { refusalSentence } from '../sentences.ts';

export interface CountedCopies {
  /** The number of the copy that was made last here; undefined where copies are not counted. */
  readonly copyNo: number | undefined;
  /** Why no more may be made; null where one may. */
  readonly problem: string | null;
  /**
   * Makes a copy, with its number on it where the store counts them: the number is recorded before anything is printed (rule J1).
   * @param job names the try: one that is repeated, since nothing had left, keeps its number.
   * @param make is not called where no more copies may be made.
   */
  make(job: string, make: (copyNo: number | undefined) => void): Promise<void>;
}

/** The copies of one receipt. Copies by mail are marked, and not counted. */
export function useCountedCopies(receipt: CopiedReceipt): CountedCopies {
  const register = useRegister();
  const rule = useSetting(receiptCopies);
  const [copyNo, setCopyNo] = useState<number>();
  const [problem, setProblem] = useState<string | null>(null);
  const last = useRef<{ readonly job: string; readonly copyNo: number } | null>(null);

  async function next(job: string, counted: Exclude<typeof rule, 'marked'>): Promise<number | null> {
    if (last.current?.job === job) return last.current.copyNo;
    let made = 0;
    const result = await register.record(({ reader }) => {
      const decided = copyReceipt(receipt, reader.get(receiptCopiesDocument, copiesId(receipt)), counted);
      if (decided.ok) made = decided.value.payload.copyNo;
      return decided;
    });
    setProblem(result.ok ? null : refusalSentence(result.refusal));
    if (!result.ok) return null;
    last.current = { job, copyNo: made };
    // The browser prints what is shown.
    flushSync(() => setCopyNo(made));
    return made;
  }

  return {
    copyNo,
    problem,
    async make(job, make) {
      if (rule === 'marked') return make(undefined);
      const number = await next(job, rule);
      if (number !== null) make(number);
    },
  };
}
