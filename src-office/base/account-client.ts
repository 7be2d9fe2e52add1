import {
  type AccountAdjustRequest,
  type AccountLimitRequest,
  type AccountQuery,
  type AccountStatement,
  accountStatement,
} from '../../domain/stored-value/account-protocol.ts';
import { type PointsAdjustRequest, type PointsBalance, pointsBalance } from '../../domain/loyalty/points-protocol.ts';
import { type StoredValue, storedValue } from '../../domain/stored-value/stored-value.ts';
import type { Exchange } from './access-client.ts';

/** What the head office asks the server about accounts and points of customers. */
export interface AccountClient {
  account(customerId: string, query: Partial<AccountQuery>): Promise<AccountStatement>;
  setAccountLimit(customerId: string, request: AccountLimitRequest): Promise<StoredValue>;
  adjustAccount(customerId: string, request: AccountAdjustRequest): Promise<StoredValue>;
  points(customerId: string): Promise<PointsBalance>;
  adjustPoints(customerId: string, request: PointsAdjustRequest): Promise<PointsBalance>;
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
    points: (customerId) => exchange(pointsBalance, `/v1/points/${encodeURIComponent(customerId)}`),
    adjustPoints: (customerId, request) => exchange(pointsBalance, `/v1/points/${encodeURIComponent(customerId)}/adjust`, request),
  };
}
