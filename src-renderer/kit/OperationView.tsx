import { operationName } from './reason-words.ts';
import styles from './OperationView.module.css';
import { words } from '../../texts/words/words.ts';

const FACTS = ['type', 'at', 'businessDate', 'associateId', 'seq', 'version', 'id'] as const;

function valueWords(field: string, value: unknown): string {
  if (value === null || value === undefined) return words('operation.notTold');
  if (typeof value === 'object') return JSON.stringify(value);
  return field === 'type' ? operationName(String(value)) : String(value as string | number | boolean);
}

/** An operation for a person to read: what every one has in words, and the whole of it as it was written. */
export function OperationView({ operation }: { readonly operation: unknown }) {
  const fields = typeof operation === 'object' && operation !== null ? (operation as Record<string, unknown>) : {};
  const known = FACTS.filter((field) => field in fields);
  return (
    <>
      {known.length > 0 && (
        <dl className={styles.facts}>
          {known.map((field) => (
            <div key={field}>
              <dt>{words(`operation.${field}`)}</dt>
              <dd>{valueWords(field, fields[field])}</dd>
            </div>
          ))}
        </dl>
      )}
      <pre className={styles.whole} aria-label={words('operation.whole')} tabIndex={0}>
        {JSON.stringify(operation, null, 2)}
      </pre>
    </>
  );
}
