import { NativeSelect } from '@mantine/core';
import { exceptionKind, type ExceptionKind } from '../domain/exceptions/exception.ts';
import { EXCEPTION_GUIDE } from '../domain/exceptions/guide.ts';
import styles from './base/Office.module.css';
import { StoreFilter } from './StoreFilter.tsx';

const STATES = [
  { value: 'open', label: 'Open' },
  { value: 'resolved', label: 'Resolved' },
];
const KINDS = [
  { value: '', label: 'All kinds' },
  ...exceptionKind.options.map((kind) => ({ value: kind, label: EXCEPTION_GUIDE[kind].name })),
];

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
        label="Show"
        size="md"
        value={filter.state}
        onChange={(event) => onChange({ ...filter, state: event.currentTarget.value === 'open' ? 'open' : 'resolved' })}
        data={STATES}
      />
      <StoreFilter value={filter.store} onChange={(store) => onChange({ ...filter, store })} />
      <NativeSelect
        label="Kind"
        size="md"
        value={filter.kind}
        onChange={(event) => onChange({ ...filter, kind: event.currentTarget.value as ExceptionKind | '' })}
        data={KINDS}
      />
    </div>
  );
}
