import { type FormEvent, useState } from 'react';

export interface Form {
  readonly busy: boolean;
  /** Why it was not done; null when there is nothing to say. */
  readonly trouble: string | null;
  submit(event: FormEvent): void;
}

/** A form that is sent once at a time, and says why it was refused. */
export function useForm(explain: (error: unknown) => string, work: () => Promise<void>): Form {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  async function send(): Promise<void> {
    setBusy(true);
    setTrouble(null);
    try {
      await work();
    } catch (error) {
      setTrouble(explain(error));
    } finally {
      setBusy(false);
    }
  }

  return {
    busy,
    trouble,
    submit: (event) => {
      event.preventDefault();
      void send();
    },
  };
}
