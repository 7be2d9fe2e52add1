import { type LineScanner, lineScanners, MOST_SCANNERS, SCAN_ENDS, SIMULATED_SCANNERS } from '../../domain/device/scanner.ts';
import { words } from '../../texts/words/words.ts';
import { Choice, type PlaceDraft, PlaceFields, placeDraft, settingOf } from './device-fields.tsx';
import type { EditorProps } from './editor-props.ts';
import { RowList } from './RowList.tsx';
import styles from './Settings.module.css';

const DRIVERS = ['line', 'simulator'] as const satisfies readonly LineScanner['driver'][];
const WAYS = ['serial', 'network'] as const;

/** One scanner as it is edited: what was entered for one driver is kept while the other is chosen. */
type ScannerDraft = PlaceDraft & {
  readonly driver: LineScanner['driver'];
  readonly number: (typeof SIMULATED_SCANNERS)[number];
  readonly end: (typeof SCAN_ENDS)[number];
};

/** Most scanners on a line are set so when they leave the factory. */
const NEW: ScannerDraft = { driver: 'line', number: 1, end: 'cr', ...placeDraft({ host: '', port: 4001 }), way: 'serial' };

function draftOf(scanner: LineScanner): ScannerDraft {
  return scanner.driver === 'simulator' ? { ...NEW, ...scanner } : { ...NEW, ...placeDraft(scanner), ...scanner };
}

function scannerOf({ number, ...draft }: ScannerDraft): unknown {
  return draft.driver === 'simulator' ? { driver: 'simulator', number } : settingOf(draft);
}

/** The scanners of a register that the device host reads. */
export function ScannersEditor({ value, onChange }: EditorProps<readonly LineScanner[]>) {
  return (
    <RowList
      rows={value.map(draftOf)}
      empty={NEW}
      addLabel={words('settings.addScanner', { most: MOST_SCANNERS })}
      onChange={(rows) => onChange(lineScanners.safeParse(rows.map(scannerOf)).data ?? null)}
      fields={(row, put, number) => (
        <div className={styles.together}>
          <Choice
            label={words('settings.scannerDriver', { number })}
            value={row.driver}
            choices={DRIVERS}
            nameOf={(one) => words(`settings.scanner.${one}`)}
            onChoose={(driver) => put({ driver })}
          />
          {row.driver === 'simulator' ? (
            <Choice
              label={words('settings.scannerNumber')}
              value={row.number}
              choices={SIMULATED_SCANNERS}
              nameOf={String}
              onChoose={(chosen) => put({ number: chosen })}
            />
          ) : (
            <>
              <PlaceFields place={row} onChange={put} ways={WAYS} />
              <Choice
                label={words('settings.scannerEnd')}
                value={row.end}
                choices={SCAN_ENDS}
                nameOf={(end) => words(`settings.scannerEnd.${end}`)}
                onChoose={(end) => put({ end })}
              />
            </>
          )}
        </div>
      )}
    />
  );
}
