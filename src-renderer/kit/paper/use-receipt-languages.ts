import { useStore } from 'zustand';
import { receiptLanguages } from '../../../domain/sale/settings.ts';
import { chosenLanguage } from '../../../texts/words/chosen-language.ts';
import type { Language } from '../../../texts/words/languages.ts';
import { useSetting } from '../register-context.tsx';

/** The languages of receipts: those of the store's customers, else that of the device. Never that of the person who sells. */
export function useReceiptLanguages(): readonly Language[] {
  const languages = useSetting(receiptLanguages);
  const ofDevice = useStore(chosenLanguage, (state) => state.ofDevice);
  return languages.length === 0 ? [ofDevice] : languages;
}
