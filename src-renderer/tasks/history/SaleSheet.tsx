import { Button } from '@mantine/core';
import type { Sale } from '../../../domain/sale/sale.ts';
import { IconArrowLeft } from '../../kit/icons.ts';
import { useRegister } from '../../kit/register-context.tsx';
import { PrintedReceipt } from '../sale/PrintedReceipt.tsx';
import { OrderStates } from './OrderStates.tsx';
import styles from './History.module.css';
import { words } from '../../../texts/words/words.ts';

/** The receipt of a sale that is not in the journal of this register. */
export function SaleSheet({ sale, onClose }: { readonly sale: Sale; readonly onClose: () => void }) {
  const { identity } = useRegister();
  const ofThisStore = sale.storeId === identity.storeId;
  return (
    <div className={styles.sheet}>
      <Button className={styles.back ?? ''} variant="default" leftSection={<IconArrowLeft aria-hidden size={20} />} onClick={onClose}>
        {words('history.allReceipts')}
      </Button>
      <p className={styles.hint}>{words(ofThisStore ? 'history.otherRegister' : 'history.otherStore', { store: sale.storeId })}</p>
      <OrderStates sale={sale} />
      <PrintedReceipt
        sale={{ at: sale.at, registerId: sale.registerId, associateId: sale.associateId, payload: sale }}
        ofThisStore={ofThisStore}
        isCopy
      />
    </div>
  );
}
