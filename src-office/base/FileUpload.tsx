import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import type { ImportAnswer, ImportRequest } from '../../domain/office/import-protocol.ts';
import { Notice } from '../../src-renderer/kit/Notice.tsx';
import { words } from '../../texts/words/words.ts';
import { refusedRowSentence } from './refused-row-sentence.ts';
import { useTask } from './use-task.ts';

export interface FileUploadProps {
  readonly send: (request: ImportRequest) => Promise<ImportAnswer>;
  /** Called when rows were taken. */
  readonly onTaken: () => void;
}

/** Sends a CSV file to the server, and says which rows were not taken and why. */
export function FileUpload({ send, onTaken }: FileUploadProps) {
  const { busy, said, run } = useTask();
  const [answer, setAnswer] = useState<ImportAnswer | null>(null);

  function upload(file: File | null): void {
    if (file === null) return;
    setAnswer(null);
    void run(async () => {
      const taken = await send({ name: file.name, text: await file.text() });
      setAnswer(taken);
      onTaken();
      const { rows, accepted } = taken;
      return { tone: accepted === rows ? 'good' : 'warn', text: words('promotions.uploaded', { name: file.name, rows, accepted }) };
    });
  }

  return (
    <>
      <div>
        <FileButton accept=".csv,text/csv" onChange={upload}>
          {(button) => (
            <Button variant="default" loading={busy} {...button}>
              {words('promotions.upload')}
            </Button>
          )}
        </FileButton>
      </div>
      {said !== null && <Notice tone={said.tone}>{said.text}</Notice>}
      {answer !== null && answer.refused.length > 0 && <RefusedRows answer={answer} />}
    </>
  );
}

function RefusedRows({ answer: { refused, refusedCount } }: { readonly answer: ImportAnswer }) {
  const more = refusedCount - refused.length;
  return (
    <section aria-label={words('promotions.refusedRows')}>
      <h2>{words('promotions.refusedRows')}</h2>
      <ul>
        {refused.map((row) => (
          <li key={`${row.line} ${row.field}`}>{refusedRowSentence(row)}</li>
        ))}
        {more > 0 && <li>{words('promotions.refusedMore', { count: more })}</li>}
      </ul>
    </section>
  );
}
