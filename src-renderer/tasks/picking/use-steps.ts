import { useCallback, useRef, useState } from 'react';
import type { Operation } from '../../../domain/registry/operations.ts';
import type { NoticeTone } from '../../kit/Notice.tsx';
import type { Decide } from '../../kit/register-services.ts';
import { useRegister } from '../../kit/register-context.tsx';
import { refusalSentence } from '../../kit/sentences.ts';
import { soundRefusal } from '../../kit/scanner/scan-sounds.ts';
import { words } from '../../../texts/words/words.ts';

/** The last thing a person was told. `turn` tells two equal sentences apart, so that the second is read aloud too. */
export interface Said {
  readonly tone: NoticeTone;
  readonly text: string;
  readonly turn: number;
}

export interface Steps {
  readonly said: Said | null;
  /** Whether a step is being recorded: buttons wait, scans do not. */
  readonly busy: boolean;
  say(tone: NoticeTone, text: string): void;
  clearMessage(): void;
  /** Records steps one after the other until one is refused, and tells the person. Gives what was recorded. */
  take(decisions: readonly Decide[], done?: string | ((recorded: readonly Operation[]) => string)): Promise<Operation[]>;
  /** Records what a scan asks for. Gives null, or why it was refused, with what was scanned. */
  takeScan(scanned: string, decide: Decide, done: string | ((recorded: readonly Operation[]) => string)): Promise<string | null>;
}

/** Records what a person does on a screen and keeps what to tell them about it. */
export function useSteps(): Steps {
  const register = useRegister();
  const [said, setSaid] = useState<Said | null>(null);
  const [running, setRunning] = useState(0);
  const turn = useRef(0);
  const say = useCallback((tone: NoticeTone, text: string) => {
    turn.current += 1;
    setSaid({ tone, text, turn: turn.current });
    if (tone === 'bad') soundRefusal();
  }, []);
  const clearMessage = useCallback(() => setSaid(null), []);
  const run = useCallback(
    async (decisions: readonly Decide[], done: Parameters<Steps['take']>[1], refused: (sentence: string) => void): Promise<Operation[]> => {
      const recorded: Operation[] = [];
      setRunning((count) => count + 1);
      try {
        for (const decide of decisions) {
          const result = await register.record(decide);
          if (!result.ok) {
            refused(refusalSentence(result.refusal));
            return recorded;
          }
          recorded.push(result.value);
        }
        if (done === undefined) clearMessage();
        else say('good', typeof done === 'string' ? done : done(recorded));
        return recorded;
      } finally {
        setRunning((count) => count - 1);
      }
    },
    [register, say, clearMessage],
  );
  const take = useCallback<Steps['take']>((decisions, done) => run(decisions, done, (sentence) => say('bad', sentence)), [run, say]);
  const takeScan = useCallback<Steps['takeScan']>(
    async (scanned, decide, done) => {
      let answer: string | null = null;
      await run([decide], done, (sentence) => (answer = words('picking.nameThen', { name: scanned, sentence })));
      if (answer !== null) clearMessage();
      return answer;
    },
    [run, clearMessage],
  );
  return { said, busy: running > 0, say, clearMessage, take, takeScan };
}
