/** `all`, `store:<id>` or `register:<id>` (rule R1). */
export type Scope = string;

/** What a kind of document belongs to: the company, one store or one register. */
export type ScopeKind = 'all' | 'store' | 'register';

export function storeScope(storeId: string): Scope {
  return `store:${storeId}`;
}

export function registerScope(registerId: string): Scope {
  return `register:${registerId}`;
}

/** The scopes of a register, in key order: the order in which their heads are locked (rule R2). */
export function scopesOf(register: { readonly storeId: string; readonly registerId: string }): Scope[] {
  return ['all', registerScope(register.registerId), storeScope(register.storeId)];
}
