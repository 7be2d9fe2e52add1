import { operationWords } from '../../domain/registry/operation-words.ts';
import styles from './OperationView.module.css';

const FACTS: readonly (readonly [field: string, label: string])[] = [
  ['type', 'What was done'],
  ['at', 'When, by the clock of the device'],
  ['businessDate', 'Business date'],
  ['associateId', 'Associate'],
  ['seq', 'Number in the journal'],
  ['version', 'Version'],
  ['id', 'Id'],
];

function words(field: string, value: unknown): string {
  if (value === null || value === undefined) return 'not told';
  if (typeof value === 'object') return JSON.stringify(value);
  return field === 'type' ? operationWords(String(value)) : String(value as string | number | boolean);
}

/** An operation for a person to read: what every one has in words, and the whole of it as it was written. */
export function OperationView({ operation }: { readonly operation: unknown }) {
  const fields = typeof operation === 'object' && operation !== null ? (operation as Record<string, unknown>) : {};
  const known = FACTS.filter(([field]) => field in fields);
  return (
    <>
      {known.length > 0 && (
        <dl className={styles.facts}>
          {known.map(([field, label]) => (
            <div key={field}>
              <dt>{label}</dt>
              <dd>{words(field, fields[field])}</dd>
            </div>
          ))}
        </dl>
      )}
      <pre className={styles.whole} aria-label="The whole operation" tabIndex={0}>
        {JSON.stringify(operation, null, 2)}
      </pre>
    </>
  );
}
