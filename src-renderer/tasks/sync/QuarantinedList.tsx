import { quarantinedOperationDocument } from '../../../domain/quarantine/documents.ts';
import type { QuarantinedOperation } from '../../../domain/quarantine/documents.ts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatMoment } from '../../../texts/say/format-time.ts';
import { useDocumentList, useRegister, useView } from '../../kit/register-context.tsx';
import { codeWords, wholeReason } from '../../kit/reason-words.ts';
import { saveFile } from '../../kit/save-file.ts';
import { InspectDialog } from './InspectDialog.tsx';
import styles from './Sync.module.css';
import { words } from '../../../texts/words/words.ts';

function titleOf({ seq }: QuarantinedOperation): string {
  return seq === null ? words('sync.withoutNumber') : words('sync.operation', { seq });
}

function inspectWords({ seq }: QuarantinedOperation): string {
  return seq === null ? words('sync.inspectWithoutNumber') : words('sync.inspectOperation', { seq });
}

/** Operations that the server could not apply. They are kept and block nothing (rule J6). */
export function QuarantinedList() {
  const register = useRegister();
  const quarantined = useDocumentList(quarantinedOperationDocument);
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const [inspected, setInspected] = useState<QuarantinedOperation | null>(null);

  async function exportAll(): Promise<void> {
    const operations = await Promise.all(
      quarantined.map(async (held) => ({
        ...held,
        reason: wholeReason(held),
        recorded: held.seq === null ? null : await register.recorded(held.seq),
      })),
    );
    const { registerId, prefix, storeId } = register.identity;
    saveFile(`quarantine-${prefix}.json`, `${JSON.stringify({ registerId, prefix, storeId, operations }, null, 2)}\n`);
  }

  return (
    <section className={styles.quarantine} aria-label={words('sync.quarantine')}>
      <div className={styles.quarantineHead}>
        <h2>{words('sync.quarantine')}</h2>
        {quarantined.length > 0 && (
          <Button variant="default" onClick={() => void exportAll()}>
            {words('sync.export')}
          </Button>
        )}
      </div>
      {quarantined.length === 0 ? (
        <p>{words('sync.nothingHeld')}</p>
      ) : (
        <>
          <p>{words('sync.heldText')}</p>
          <ul>
            {quarantined.map((operation) => (
              <li key={`${operation.operationId} ${operation.code}`}>
                <div className={styles.held}>
                  <strong>
                    {titleOf(operation)}, {formatMoment(operation.at, timezone)}
                  </strong>
                  <span>{wholeReason(operation)}</span>
                  <code>
                    {codeWords(operation.code)} · {operation.operationId}
                  </code>
                </div>
                <Button variant="default" aria-label={inspectWords(operation)} onClick={() => setInspected(operation)}>
                  {words('sync.inspect')}
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
