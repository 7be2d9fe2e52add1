/**
 * What a caller can be let into. Each address of the server names exactly one, or says that it needs none. A closed list, so
 * that nothing goes without.
 */
export const SCOPES = [
  /** A register's own: it pushes operations and pulls documents. */
  'sync',
  /** Online orders: place, read, change and cancel them. */
  'orders',
  /** What can be promised. */
  'availability',
  /** Look at exceptions, hand-offs, quarantine and jobs. */
  'office.read',
  /** Decide on them. */
  'office',
  /** Register codes; list and withdraw registers. */
  'registers',
  /** Read and change settings. */
  'settings',
  /** List, make and withdraw API keys. */
  'keys',
  /** List, make, change and withdraw office users. */
  'users',
  /** Show what is kept about a person, and erase it. */
  'personal_data',
  /** Read who did what. */
  'actions',
  /** Follow the event log. */
  'events',
  /** Measurements for Prometheus. */
  'metrics',
  /** List, add, change, block and remove the people in the stores, and make their PINs. */
  'people',
  /** List, write, end and delete promotions. */
  'promotions',
  /** Issue, change and block gift cards and store credit. */
  'stored_values',
  /** Find, read and change customers. */
  'customers',
  /** List, write and delete price lists and the prices in them. */
  'prices',
  /** Ask what a cart costs. */
  'price_quotes',
  /** Read what stores sold, and who did what there. */
  'reports',
  /** Find products, write their pictures, and say how they are sold. */
  'products',
  /** Name addresses that hear of events, and see what was sent to them. */
  'webhooks',
  /** Build the rules of sourcing, make them live, and read what was decided by them. */
  'rules',
] as const;

export type Scope = (typeof SCOPES)[number];

/** What an API key or an office user can have; `sync` is for registers alone. */
export type GrantableScope = Exclude<Scope, 'sync'>;

export const GRANTABLE_SCOPES: readonly GrantableScope[] = SCOPES.filter((scope) => scope !== 'sync');

/** What the token of a register opens. */
export const REGISTER_SCOPES: readonly Scope[] = ['sync', 'availability'];

/** Sets with a name that no scope has, for what most keys and users are for. */
export const SCOPE_SETS = {
  web_shop: ['orders', 'availability', 'price_quotes'],
  everything: GRANTABLE_SCOPES,
} as const satisfies Record<string, readonly GrantableScope[]>;

export type ScopeSet = keyof typeof SCOPE_SETS;

/** Whether what a caller has opens what an address needs. `office` includes `office.read`. */
export function grants(held: readonly Scope[], needed: Scope): boolean {
  return held.includes(needed) || (needed === 'office.read' && held.includes('office'));
}

/** Whether somebody may give these scopes to a key or a user, or change one that has them: nobody gives what they do not have. */
export function mayGive(held: readonly Scope[], given: readonly Scope[]): boolean {
  return given.every((scope) => grants(held, scope));
}
