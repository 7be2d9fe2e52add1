import { Button, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import type { CarrierHandover } from '../../../domain/labels/carrier-handover.ts';
import { carrierHandoverDocument } from '../../../domain/labels/documents.ts';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import type { ParcelLabel } from '../../../domain/labels/parcel-label.ts';
import { Empty } from '../../kit/Notice.tsx';
import { useSlipHead } from '../../kit/paper/use-slip-head.ts';
import { useDocumentList } from '../../kit/register-context.tsx';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { words } from '../../../texts/words/words.ts';
import { CodeField } from './CodeField.tsx';
import { carrierName } from './handover-parcels.ts';
import { manifest } from './manifest-paper.ts';
import { PastHandovers } from './PastHandovers.tsx';
import styles from './Handover.module.css';
import { PaperDialog } from './PaperDialog.tsx';
import { Saying } from './Saying.tsx';
import { parcelNames, useHandover } from './use-handover.ts';
import { useSteps } from './use-steps.ts';

export interface HandoverDeskProps {
  /** Packed orders. */
  readonly orders: readonly FulfillmentOrder[];
  readonly onClose: () => void;
}

/** Hands parcels over to a driver: each is scanned, what is missing is shown, and the list is printed. */
export function HandoverDesk({ orders, onClose }: HandoverDeskProps) {
  const steps = useSteps();
  const { carriers, carrier, choose, taken, missing, scan, leave, close } = useHandover(orders, steps);
  const past = useDocumentList(carrierHandoverDocument);
  const topAt = useSlipHead();
  const [isAsked, ask] = useState(false);
  const [shownId, show] = useState<string | null>(null);
  const shown = past.find((one) => one.id === shownId);
  useScanner(scan);
  const all = taken.length + missing.length;

  async function closeNow(): Promise<void> {
    ask(false);
    show(await close());
  }

  return (
    <section className={styles.desk} aria-label={words('parcels.title')}>
      <div className={styles.head}>
        <Button variant="default" onClick={onClose}>
          {words('parcels.back')}
        </Button>
        <strong className={styles.title}>
          {carrier === undefined ? words('parcels.title') : words('parcels.titleOf', { carrier: carrierName(carrier) })}
        </strong>
        {all > 0 && <span className={styles.count}>{words('parcels.progress', { taken: taken.length, all })}</span>}
      </div>
      {carriers.length > 1 && <Carriers {...{ carriers, carrier, choose }} />}
      <Saying steps={steps} />
      {carriers.length === 0 && <Empty title={words('parcels.nothing')}>{words('parcels.nothingText')}</Empty>}
      {carriers.length > 0 && (
        <CodeField
          label={words('parcels.scan')}
          action={words('parcels.take')}
          onCode={(code) => {
            const refusal = scan(code);
            if (refusal !== null) steps.say('bad', refusal);
          }}
        />
      )}
      {missing.length > 0 && <Parcels name={words('parcels.missing')} parcels={missing} />}
      {taken.length > 0 && <Parcels name={words('parcels.scanned')} parcels={taken} onLeave={leave} />}
      {taken.length > 0 && (
        <div className={styles.foot}>
          <Button size="lg" fullWidth loading={steps.busy} onClick={() => ask(true)}>
            {words('parcels.close', { count: taken.length })}
          </Button>
        </div>
      )}
      <PastHandovers past={past} onShow={(one) => show(one.id)} />
      {isAsked && <CloseDialog {...{ taken, missing }} onYes={() => void closeNow()} onNo={() => ask(false)} />}
      {shown !== undefined && <ManifestDialog handover={shown} top={topAt(shown.at)} onClose={() => show(null)} />}
    </section>
  );
}

interface CarriersProps {
  readonly carriers: readonly (string | null)[];
  readonly carrier: string | null | undefined;
  readonly choose: (carrier: string | null) => void;
}

/** Whose driver is here, where parcels of several carriers wait. The scan of a parcel says it, too. */
function Carriers({ carriers, carrier, choose }: CarriersProps) {
  return (
    <div className={styles.carriers} role="group" aria-label={words('parcels.carrier')}>
      {carriers.map((one) => (
        <Button key={one ?? ''} variant={one === carrier ? 'filled' : 'default'} aria-pressed={one === carrier} onClick={() => choose(one)}>
          {carrierName(one)}
        </Button>
      ))}
    </div>
  );
}

interface ParcelsProps {
  readonly name: string;
  readonly parcels: readonly ParcelLabel[];
  readonly onLeave?: (label: ParcelLabel) => void;
}

function Parcels({ name, parcels, onLeave }: ParcelsProps) {
  return (
    <div>
      <h2 className={styles.group}>{`${name} (${parcels.length})`}</h2>
      <ul className={styles.parcels} aria-label={name}>
        {parcels.map((label) => (
          <li key={label.parcelId} className={styles.parcel} data-taken={onLeave !== undefined}>
            <span className={styles.what}>
              <strong>
                <bdi>{words('parcels.of', parcelNames(label))}</bdi>
              </strong>
              <bdi>{label.trackingNumber}</bdi>
            </span>
            {onLeave !== undefined && (
              <Button variant="subtle" aria-label={words('parcels.putBackOf', parcelNames(label))} onClick={() => onLeave(label)}>
                {words('parcels.putBack')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface CloseDialogProps {
  readonly taken: readonly ParcelLabel[];
  readonly missing: readonly ParcelLabel[];
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** The second step: what has left cannot be called back. */
function CloseDialog({ taken, missing, onYes, onNo }: CloseDialogProps) {
  const count = taken.length;
  const orders = [...new Set(missing.map((label) => label.orderNumber))].join(', ');
  return (
    <Modal
      opened
      onClose={onNo}
      title={<strong>{words('parcels.closeAsk', { count })}</strong>}
      centered
      closeButtonProps={{ 'aria-label': words('kit.close'), size: 44 }}
    >
      <Stack gap="sm">
        <p className={styles.said}>{words('parcels.closeText')}</p>
        {missing.length > 0 && <p className={styles.behind}>{words('parcels.staysBehind', { count: missing.length, orders })}</p>}
        <Button variant="default" size="lg" onClick={onNo}>
          {words('kit.goBack')}
        </Button>
        <Button size="lg" onClick={onYes}>
          {words('parcels.closeNow', { count })}
        </Button>
      </Stack>
    </Modal>
  );
}

interface ManifestDialogProps {
  readonly handover: CarrierHandover;
  readonly top: ReturnType<ReturnType<typeof useSlipHead>>;
  readonly onClose: () => void;
}

function ManifestDialog({ handover, top, onClose }: ManifestDialogProps) {
  return <PaperDialog paper={manifest(handover, carrierName(handover.carrier), top)} onClose={onClose} />;
}
