import { useEffect, useState } from 'react';
import { scannerRules } from '../kit/scanner/scanner-setting.ts';
import { listenToScanner } from '../kit/scanner/listen-to-scanner.ts';
import { DISPLAY_CHANNEL } from '../kit/customer-view/display-channel.ts';
import type { CustomerView } from '../kit/customer-view/customer-view.ts';
import { startLanguage } from '../../texts/words/chosen-language.ts';
import { followTill } from './follow-till.ts';

/** Shows the language of the store in this window, and keeps it nowhere: the till has a language of its own. */
function showLanguage({ store: { language } }: CustomerView): void {
  startLanguage({ getItem: () => language, setItem: () => undefined }, []);
}

/** What the till has for its customer; null while no till answers, and undefined while it is asked for the first time. */
export function useView(): CustomerView | null | undefined {
  const [view, setView] = useState<CustomerView | null>();
  useEffect(() => {
    const till = followTill({
      channel: new BroadcastChannel(DISPLAY_CHANNEL),
      onView(next) {
        if (next !== null) showLanguage(next);
        setView(next);
      },
      onClose: () => window.close(),
    });
    // Whoever has clicked on the display types and scans into it. Scans reach the till all the same; keys do nothing here.
    const stopListening = listenToScanner(window, scannerRules, till.scanned);
    const leave = () => till.stop(true);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      stopListening();
      till.stop(false);
    };
  }, []);
  return view;
}
