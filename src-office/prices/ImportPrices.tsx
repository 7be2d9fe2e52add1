import { FileInput } from '@mantine/core';
import { useState } from 'react';
import type { ImportAnswer } from '../../domain/office/import-protocol.ts';
import { Notice } from '../../src-renderer/kit/Notice.tsx';
import { words } from '../../src-renderer/words/words.ts';
import { useOffice } from '../base/office-context.tsx';
import { OfficeForm } from '../base/OfficeForm.tsx';
import { useForm } from '../base/use-form.ts';

/** Uploads prices in a file, and shows which rows were refused and why. */
export function ImportPrices({ onDone, onClose }: { readonly onDone: () => void; readonly onClose: () => void }) {
  const { client, explain } = useOffice();
  const [file, setFile] = useState<File | null>(null);
  const [answer, setAnswer] = useState<ImportAnswer | null>(null);
  const form = useForm(explain, async () => {
    setAnswer(null);
    if (file === null) return;
    setAnswer(await client.importPrices(file.name, await file.text()));
    onDone();
  });
  return (
    <OfficeForm label={words('prices.import')} send={words('prices.upload')} form={form} isReady={file !== null} onClose={onClose}>
      <FileInput
        label={words('prices.file')}
        description={words('prices.fileText')}
        accept=".csv,text/csv"
        value={file}
        onChange={(chosen) => (setFile(chosen), setAnswer(null))}
      />
      {answer !== null && (
        <Notice tone={answer.refusedCount > 0 ? 'warn' : 'good'}>
          <div>{words('prices.accepted', { count: answer.accepted })}</div>
          {answer.refusedCount > 0 && <div>{words('prices.refused', { count: answer.refusedCount })}</div>}
        </Notice>
      )}
      {answer !== null && answer.refused.length > 0 && (
        <ul aria-label={words('prices.refusedRows')}>
          {answer.refused.map(({ line, field, reason }) => (
            <li key={line}>{words('prices.refusedRow', { line, field, reason })}</li>
          ))}
        </ul>
      )}
    </OfficeForm>
  );
}
