import { type StoredValue, storedValue } from '../../domain/stored-value/stored-value.ts';
import type { AdjustRequest, BlockRequest } from '../../domain/stored-value/stored-value-protocol.ts';
import type { Exchange } from './access-client.ts';
import { OfficeFailure } from './office-failure.ts';

/** What the head office asks the server about gift cards and store credit. */
export interface StoredValueClient {
  /** @param id see `storedValueId`. @returns null where nobody has issued or used it. */
  storedValue(id: string): Promise<StoredValue | null>;
  adjustStoredValue(request: AdjustRequest): Promise<StoredValue>;
  blockStoredValue(request: BlockRequest): Promise<StoredValue>;
}

export function storedValueClient(exchange: Exchange): StoredValueClient {
  return {
    storedValue: (id) =>
      exchange(storedValue, `/v1/stored-values/${encodeURIComponent(id)}`).catch((error: unknown) => {
        if (error instanceof OfficeFailure && error.code === 'unknown_stored_value') return null;
        throw error;
      }),
    adjustStoredValue: (request) => exchange(storedValue, '/v1/stored-values/adjust', request),
    blockStoredValue: (request) => exchange(storedValue, '/v1/stored-values/block', request),
  };
}
