import { Button, Modal, Stack, Text } from '@mantine/core';
import { ChoiceButton } from '../../kit/ChoiceButton.tsx';
import { unitWords, whatHappensTo } from '../../kit/order-words.ts';
import { ProductTile } from '../../kit/ProductTile.tsx';
import { useRegister, useView } from '../../kit/register-context.tsx';
import { RefusedScanList } from '../../kit/scanner/RefusedScans.tsx';
import { useOwnRefusedScans, useScanner } from '../../kit/scanner/use-scanner.ts';
import { CodeField } from './CodeField.tsx';
import { Saying } from './Saying.tsx';
import styles from './SubstituteDialog.module.css';
import { type SubstituteOptions, useSubstitutes } from './use-substitutes.ts';
import { words } from '../../../texts/words/words.ts';

/** Whose the scans are that are refused here. */
const SCANS = 'substitutes';

export interface SubstituteDialogProps extends SubstituteOptions {
  /** The rest stays to be picked. */
  readonly onClose: () => void;
}

/** What the customer takes instead, the most welcome first, each with its place and its stock. One is scanned, never touched. */
export function SubstituteDialog({ onClose, ...options }: SubstituteDialogProps) {
  const { catalog, stockOf } = useRegister();
  useView((view) => view.stockVersion);
  const { steps, order, replacing } = options;
  const { left, held, scan, goWithout } = useSubstitutes(options);
  useScanner(scan, { layer: 'dialog', owner: SCANS });
  // What lies behind the dialog could not be dismissed.
  const refused = useOwnRefusedScans(SCANS);
  const line = order.lines.find((one) => one.lineNo === replacing.lineNo);
  const [tote] = order.totes ?? [];
  return (
    <Modal
      opened
      onClose={onClose}
      title={<strong>{words('picking.instead', { name: line?.name ?? '' })}</strong>}
      centered
      size="lg"
      closeButtonProps={{ 'aria-label': words('kit.close'), size: 44 }}
    >
      <Stack gap="sm">
        <Text>{words('picking.insteadExplained', { number: order.orderNumber, units: unitWords(left) })}</Text>
        <RefusedScanList refused={refused} />
        {steps.said?.tone === 'bad' && <Saying steps={steps} />}
        <ol className={styles.list} aria-label={words('picking.insteadList')}>
          {(line?.substitutes ?? []).map(({ sku, name }, index) => {
            const level = stockOf(sku);
            return (
              <li key={sku} className={styles.one} data-held={held?.sku === sku}>
                <span className={styles.rank}>{index + 1}</span>
                <ProductTile name={name} category={catalog.product(sku)?.category} sku={sku} size={64} />
                <span className={styles.what}>
                  <strong dir="auto">{name}</strong>
                  <br />
                  <bdi>{sku}</bdi>
                  <br />
                  {words('picking.insteadStock', { onHand: level?.onHand ?? 0, reserved: level?.reserved ?? 0 })}
                </span>
                <span className={styles.bin}>{level?.bin ?? words('picking.noBin')}</span>
              </li>
            );
          })}
        </ol>
        {held !== null && (
          <output className={styles.where}>
            {tote === undefined ? words('picking.scanEmptyTote') : words('picking.scanTote', { code: tote })}
          </output>
        )}
        <CodeField
          label={options.prefix === '' ? words('picking.scanItem') : words('picking.scanItemOrTote')}
          action={words('picking.pick')}
          onCode={(code) => void scan(code).then((refusal) => refusal !== null && steps.say('bad', refusal))}
        />
        <ChoiceButton
          label={words('picking.goWithout', { units: unitWords(left) })}
          effect={whatHappensTo(order.kind, left)}
          onClick={goWithout}
          disabled={steps.busy || left <= 0}
        />
        <Button variant="subtle" size="lg" fullWidth onClick={onClose}>
          {words('kit.goBack')}
        </Button>
      </Stack>
    </Modal>
  );
}
