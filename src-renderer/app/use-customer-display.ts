import { useEffect } from 'react';
import { receiptLogo } from '../../domain/sale/settings.ts';
import { customerFeed } from '../kit/customer-view/customer-feed.ts';
import { displayServer } from '../kit/customer-view/display-server.ts';
import { reopenDisplayWindow } from '../kit/customer-view/display-window.ts';
import { useReceiptLanguages } from '../kit/paper/use-receipt-languages.ts';
import { useRegister, useSetting, useSignIn, useView } from '../kit/register-context.tsx';
import { currentLanguage } from '../../texts/words/chosen-language.ts';

/** Says what the customer sees around a sale, and serves the displays that are open. */
export function useCustomerDisplay(): void {
  const register = useRegister();
  const { training, identity } = register;
  const { storeName } = identity;
  const logo = useSetting(receiptLogo);
  const [language = currentLanguage()] = useReceiptLanguages();
  // A customer sees nothing of a training.
  const isOpen = useView((view) => view.openShift !== null) && !training.isOn;
  const isStaffed = useSignIn((state) => state.associate !== null);
  useEffect(() => {
    displayServer();
    reopenDisplayWindow(localStorage);
  }, []);
  useEffect(() => {
    customerFeed.setTill({ store: { name: storeName, logo, language }, register, isOpen, isStaffed });
  }, [register, storeName, logo, language, isOpen, isStaffed]);
}
