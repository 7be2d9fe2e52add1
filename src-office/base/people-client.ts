import {
  type AssociateChange,
  type AssociatePage,
  associatePage,
  type AssociateQuery,
  type AssociateWithBadge,
  associateWithBadge,
  type AssociateWithPin,
  associateWithPin,
  type NewAssociate,
} from '../../domain/associates/associate-protocol.ts';
import type { Ask, Exchange } from './access-client.ts';

/** What the head office asks the server about the people in the stores. */
export interface PeopleClient {
  people(query: Partial<AssociateQuery>): Promise<AssociatePage>;
  /** The answer has the PIN: nothing else ever has. */
  addPerson(person: NewAssociate): Promise<AssociateWithPin>;
  changePerson(id: string, change: AssociateChange): Promise<void>;
  takePersonStep(id: string, step: 'block' | 'unblock' | 'remove' | 'withdraw_badge'): Promise<void>;
  resetPin(id: string): Promise<AssociateWithPin>;
  /** The answer has the code of the badge: nothing else ever has. */
  makeBadge(id: string): Promise<AssociateWithBadge>;
}

/** @param ask for what gives no answer that is read. @param exchange for what does. */
export function peopleClient(ask: Ask, exchange: Exchange, queryText: (query: Partial<AssociateQuery>) => string): PeopleClient {
  const of = (id: string) => `/v1/associates/${encodeURIComponent(id)}`;
  return {
    people: (query) => exchange(associatePage, `/v1/associates${queryText(query)}`),
    addPerson: (person) => exchange(associateWithPin, '/v1/associates', person),
    changePerson: async (id, change) => void (await ask(`${of(id)}/change`, change)),
    takePersonStep: async (id, step) => void (await ask(`${of(id)}/${step.replace('_', '-')}`, {})),
    resetPin: (id) => exchange(associateWithPin, `${of(id)}/reset-pin`, {}),
    makeBadge: (id) => exchange(associateWithBadge, `${of(id)}/make-badge`, {}),
  };
}
