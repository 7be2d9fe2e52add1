import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import { customerOf } from '../../kit/customer-services.ts';
import { customerName, customerReach } from '../../../texts/say/customer-words.ts';
import { useRegister } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';
import styles from './Sync.module.css';

/** What was said of customers here and the server does not understand: it is sent again, or given up. Nothing where there is none. */
export function RefusedCustomers() {
  const { customers } = useRegister();
  const refused = useStore(customers.refused);
  const known = useStore(customers.state);
  if (refused.length === 0) return null;
  return (
    <section className={styles.quarantine} aria-label={words('sync.customers')}>
      <div className={styles.quarantineHead}>
        <h2>{words('sync.customers')}</h2>
        <Button variant="default" onClick={() => void customers.sendAgain()}>
          {words('sync.sendAgain')}
        </Button>
      </div>
      <p>{words('sync.customersText')}</p>
      <ul>
        {refused.map((id) => {
          const customer = customerOf(known, id);
          const name = customer === undefined ? id : customerName(customer);
          return (
            <li key={id}>
              <div className={styles.held}>
                <strong>
                  <bdi>{name}</bdi>
                </strong>
                {customer !== undefined && <bdi>{customerReach(customer)}</bdi>}
              </div>
              <Button variant="default" aria-label={words('sync.dropCustomerOf', { name })} onClick={() => void customers.dropRefused(id)}>
                {words('sync.dropCustomer')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
