import { createContext, useContext } from 'react';
import type { OfficeOverview } from '../../domain/office/office-protocol.ts';
import type { OfficeClient } from './office-client.ts';

export interface Office {
  readonly client: OfficeClient;
  readonly overview: OfficeOverview;
  /** Counts anew what waits; called after whatever changes it. */
  refresh(): void;
  /** Takes in why something was not done: signs out where the key does not count any more, else gives the sentence. */
  explain(error: unknown): string;
}

const OfficeContext = createContext<Office | null>(null);

export const OfficeProvider = OfficeContext.Provider;

/** The head office that is signed in. Only inside {@link OfficeProvider}. */
export function useOffice(): Office {
  const office = useContext(OfficeContext);
  if (office === null) throw new Error('useOffice needs an OfficeProvider above it.');
  return office;
}
