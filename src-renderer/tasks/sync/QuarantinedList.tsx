import { quarantinedOperationDocument } from '../../../domain/quarantine/documents.ts';
import type { QuarantinedOperation } from '../../../domain/quarantine/documents.ts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatMoment } from '../../kit/format-time.ts';
import { useDocumentList, useRegister, useView } from '../../kit/register-context.tsx';
import { saveFile } from '../../kit/save-file.ts';
import { InspectDialog } from './InspectDialog.tsx';
import styles from './Sync.module.css';

function titleOf({ seq }: QuarantinedOperation): string {
  return seq === null ? 'Without a number' : `Operation ${seq}`;
}

/** Operations that the server could not apply. They are kept and block nothing (rule J6). */
export function QuarantinedList() {
  const register = useRegister();
  const quarantined = useDocumentList(quarantinedOperationDocument);
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const [inspected, setInspected] = useState<QuarantinedOperation | null>(null);

  async function exportAll(): Promise<void> {
    const operations = await Promise.all(
      quarantined.map(async (held) => ({ ...held, recorded: held.seq === null ? null : await register.recorded(held.seq) })),
    );
    const { registerId, prefix, storeId } = register.identity;
    saveFile(`quarantine-${prefix}.json`, `${JSON.stringify({ registerId, prefix, storeId, operations }, null, 2)}\n`);
  }

  return (
    <section className={styles.quarantine} aria-label="Quarantine">
      <div className={styles.quarantineHead}>
        <h2>Quarantine</h2>
        {quarantined.length > 0 && (
          <Button variant="default" onClick={() => void exportAll()}>
            Export
          </Button>
        )}
      </div>
      {quarantined.length === 0 ? (
        <p>Nothing is in quarantine.</p>
      ) : (
        <>
          <p>
            The server could not apply what is listed here. It is kept and holds nothing else up. The head office can look at it and apply
            it later; do not repeat what was done.
          </p>
          <ul>
            {quarantined.map((operation) => (
              <li key={`${operation.operationId} ${operation.code}`}>
                <div className={styles.held}>
                  <strong>
                    {titleOf(operation)}, {formatMoment(operation.at, timezone)}
                  </strong>
                  <span>{operation.message}</span>
                  <code>
                    {operation.code.replaceAll('_', ' ')} · {operation.operationId}
                  </code>
                </div>
                <Button
                  variant="default"
                  aria-label={`Inspect ${titleOf(operation).toLowerCase()}`}
                  onClick={() => setInspected(operation)}
                >
                  Inspect
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <InspectDialog held={inspected} title={inspected === null ? '' : titleOf(inspected)} onClose={() => setInspected(null)} />
    </section>
  );
}
