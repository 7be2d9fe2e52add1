import { PRINTER_COLUMNS, type ReceiptPrinter, receiptPrinter } from '../../domain/device/receipt-printer.ts';
import { words } from '../../texts/words/words.ts';
import { Choice, PlaceFields, useDriver } from './device-fields.tsx';
import type { EditorProps } from './editor-props.ts';

const DRIVERS = ['none', 'simulator', 'escpos', 'star'] as const satisfies readonly ReceiptPrinter['driver'][];
const PROOFS = ['job', 'paper'] as const;
const SIGNALS = ['high', 'low'] as const;
/** What most printers of 80 mm are like. */
const PLACE = { host: '', port: 9100, columns: 42, drawerOpenIs: 'high' } as const;
const NEW: readonly Extract<ReceiptPrinter, { driver: 'escpos' | 'star' }>[] = [
  { driver: 'escpos', ...PLACE, proof: 'paper' },
  // Star prints 48 letters in a line of 80 mm.
  { driver: 'star', ...PLACE, columns: 48 },
];

/** Whether a register has a receipt printer, and where it is. */
export function ReceiptPrinterEditor(props: EditorProps<ReceiptPrinter>) {
  const { driver, draft, choose, change } = useDriver(props, receiptPrinter, NEW);
  return (
    <>
      <Choice
        label={words('settings.printerDriver')}
        value={driver}
        choices={DRIVERS}
        nameOf={(one) => words(`settings.printer.${one}`)}
        onChoose={choose}
      />
      {draft !== null && (
        <>
          <PlaceFields place={draft} onChange={change} />
          <Choice
            label={words('settings.printerColumns')}
            value={draft.columns}
            choices={PRINTER_COLUMNS}
            nameOf={String}
            onChoose={(columns) => change({ columns })}
          />
          {draft.driver === 'escpos' && (
            <Choice
              label={words('settings.printerProof')}
              value={draft.proof}
              choices={PROOFS}
              nameOf={(one) => words(`settings.printerProof.${one}`)}
              onChoose={(proof) => change({ proof })}
            />
          )}
          <Choice
            label={words('settings.drawerOpenIs')}
            value={draft.drawerOpenIs}
            choices={SIGNALS}
            nameOf={(one) => words(`settings.drawerOpenIs.${one}`)}
            onChoose={(drawerOpenIs) => change({ drawerOpenIs })}
          />
        </>
      )}
    </>
  );
}
