import {
  type AccountAdjustRequest,
  type AccountLimitRequest,
  type AccountQuery,
  type AccountStatement,
  accountStatement,
} from '../../domain/stored-value/account-protocol.ts';
import { type StoredValue, storedValue } from '../../domain/stored-value/stored-value.ts';
import type { Exchange } from './access-client.ts';

/** What the head office asks the server about accounts of customers. */
export interface AccountClient {
  account(customerId: string, query: Partial<AccountQuery>): Promise<AccountStatement>;
  setAccountLimit(customerId: string, request: AccountLimitRequest): Promise<StoredValue>;
  adjustAccount(customerId: string, request: AccountAdjustRequest): Promise<StoredValue>;
}

export function accountClient(
  exchange: Exchange,
  queryText: (query: Readonly<Record<string, string | number | undefined>>) => string,
): AccountClient {
  const of = (customerId: string) => `/v1/accounts/${encodeURIComponent(customerId)}`;
  return {
    account: (customerId, query) => exchange(accountStatement, `${of(customerId)}${queryText(query)}`),
    setAccountLimit: (customerId, request) => exchange(storedValue, `${of(customerId)}/limit`, request),
    adjustAccount: (customerId, request) => exchange(storedValue, `${of(customerId)}/adjust`, request),
  };
}
