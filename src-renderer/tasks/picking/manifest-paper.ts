import type { CarrierHandover } from '../../../domain/labels/carrier-handover.ts';
import { figure, head, note, type Paper, type PaperPart, RULE } from '../../../texts/paper/paper.ts';
import { words } from '../../../texts/words/words.ts';

/** What a driver took, to be signed. @param carrier its name. @param top the store and the time. */
export function manifest({ parcels }: CarrierHandover, carrier: string, top: readonly PaperPart[]): Paper {
  return {
    title: words('parcels.manifest'),
    parts: [
      ...top,
      head(words('parcels.manifest'), 'large'),
      head(carrier, 'strong'),
      RULE,
      ...parcels.map(
        ({ orderNumber, trackingNumber }, index): PaperPart => ({
          kind: 'goods',
          name: orderNumber ?? words('parcels.unknown'),
          amount: String(index + 1),
          details: trackingNumber === null ? [] : [trackingNumber],
        }),
      ),
      RULE,
      figure(words('parcels.count'), String(parcels.length), 'large'),
      RULE,
      note(words('parcels.driver')),
      note('\u00a0'),
      note('______________________________'),
    ],
  };
}
