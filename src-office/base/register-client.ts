import { type ListedRegister, type RegisterCode, registerCode, registerList } from '../../domain/access/register-protocol.ts';
import type { Ask, Exchange } from './access-client.ts';

/** What the head office asks the server about registers. */
export interface RegisterClient {
  registers(): Promise<ListedRegister[]>;
  /** A one-time code for a new register of a store. */
  makeRegisterCode(storeId: string): Promise<RegisterCode>;
  withdrawRegister(id: string): Promise<void>;
}

/** @param ask for what gives no answer that is read. @param exchange for what does. */
export function registerClient(ask: Ask, exchange: Exchange): RegisterClient {
  return {
    registers: async () => (await exchange(registerList, '/v1/registers')).items,
    makeRegisterCode: (storeId) => exchange(registerCode, '/v1/registers/codes', { storeId }),
    withdrawRegister: async (id) => void (await ask(`/v1/registers/${encodeURIComponent(id)}/withdraw`, {})),
  };
}
