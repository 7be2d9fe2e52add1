/** What goes back to the process that asked. */
export interface Answer {
  readonly number: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** What a process answers, by question. `stop` closes what is open. */
export interface Answers {
  stop(): Promise<void>;
  readonly [question: string]: (about: never) => unknown;
}

/** Makes this process answer the questions of the one that started it; it ends with that one. */
export function answerParent<Job>(start: (job: Job) => Promise<Answers>): void {
  let answers: Answers | undefined;
  const answer = async (question: string, about: unknown): Promise<unknown> => {
    if (question === 'start') {
      answers = await start(about as Job);
      return undefined;
    }
    const known = answers?.[question];
    if (known === undefined) throw new Error(`There is no answer to "${question}".`);
    return known(about as never);
  };
  process.on('message', ({ number, question, about }: { number: number; question: string; about: unknown }) => {
    answer(question, about).then(
      (value) => process.send?.({ number, value }),
      (error: unknown) => process.send?.({ number, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
  process.on('disconnect', () => process.exit());
}
