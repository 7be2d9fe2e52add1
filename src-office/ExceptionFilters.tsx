import { NativeSelect } from '@mantine/core';
import { exceptionKind, type ExceptionKind } from '../domain/exceptions/exception.ts';
import { exceptionName } from '../src-renderer/kit/exceptions/exception-words.ts';
import styles from './base/Office.module.css';
import { StoreFilter } from './base/StoreFilter.tsx';
import { words } from '../texts/words/words.ts';

const STATES = ['open', 'resolved'] as const;

/** Which exceptions are listed; an empty store or kind means all. */
export interface ExceptionFilter {
  readonly state: 'open' | 'resolved';
  readonly store: string;
  readonly kind: ExceptionKind | '';
}

export interface ExceptionFiltersProps {
  readonly filter: ExceptionFilter;
  readonly onChange: (filter: ExceptionFilter) => void;
}

/** The choice of which exceptions are listed. */
export function ExceptionFilters({ filter, onChange }: ExceptionFiltersProps) {
  return (
    <div className={styles.filters}>
      <NativeSelect
        label={words('office.show')}
        size="md"
        value={filter.state}
        onChange={(event) => onChange({ ...filter, state: event.currentTarget.value === 'open' ? 'open' : 'resolved' })}
        data={STATES.map((value) => ({ value, label: words(`office.state.${value}`) }))}
      />
      <StoreFilter value={filter.store} onChange={(store) => onChange({ ...filter, store })} />
      <NativeSelect
        label={words('office.kind')}
        size="md"
        value={filter.kind}
        onChange={(event) => onChange({ ...filter, kind: event.currentTarget.value as ExceptionKind | '' })}
        data={[
          { value: '', label: words('office.allKinds') },
          ...exceptionKind.options.map((kind) => ({ value: kind, label: exceptionName(kind) })),
        ]}
      />
    </div>
  );
}
