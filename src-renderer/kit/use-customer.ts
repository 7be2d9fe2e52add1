import { useStore } from 'zustand';
import type { Customer } from '../../domain/customers/customer.ts';
import { customerOf } from './customer-services.ts';
import { useRegister } from './register-context.tsx';

/** A customer with what was said of them here; undefined where this device does not know them. */
export function useCustomer(id: string | null): Customer | undefined {
  return useStore(useRegister().customers.state, (known) => (id === null ? undefined : customerOf(known, id)));
}
