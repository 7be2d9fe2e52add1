import { PRINTER_COLUMNS, type ReceiptPrinter, receiptPrinter } from '../../domain/device/receipt-printer.ts';
import { words } from '../../texts/words/words.ts';
import { Choice, type PlaceDraft, PlaceFields, placeDraft, useDriver, WAYS } from './device-fields.tsx';
import type { EditorProps } from './editor-props.ts';

const DRIVERS = ['none', 'simulator', 'escpos', 'star'] as const satisfies readonly ReceiptPrinter['driver'][];
const PROOFS = ['job', 'paper'] as const;
const SIGNALS = ['high', 'low'] as const;
/** What most printers of 80 mm are like. */
const PAPER = { columns: 42, drawerOpenIs: 'high' } as const;
const PLACE = placeDraft({ host: '', port: 9100 });
type Paper = Pick<Extract<ReceiptPrinter, { driver: 'star' }>, 'columns' | 'drawerOpenIs'>;
type Escpos = Pick<Extract<ReceiptPrinter, { driver: 'escpos' }>, 'driver' | 'proof'> & Paper & PlaceDraft;
type Star = { readonly driver: 'star' } & Paper & PlaceDraft;
const NEW: readonly (Escpos | Star)[] = [
  { driver: 'escpos', ...PLACE, ...PAPER, proof: 'paper' },
  // Star prints 48 letters in a line of 80 mm.
  { driver: 'star', ...PLACE, ...PAPER, columns: 48 },
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
          <PlaceFields place={draft} onChange={change} ways={WAYS} />
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
