import { Button, Modal, NumberInput, Stack } from '@mantine/core';
import { useState } from 'react';
import { toteDocument } from '../../../domain/fulfillment/documents.ts';
import { totePrefix, waveOrders } from '../../../domain/fulfillment/settings.ts';
import { PaperSheet } from '../../kit/paper/PaperSheet.tsx';
import { useCurrent, useRegister, useSetting } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';
import { PaperButtons } from './PaperDialog.tsx';
import { MOST_LABELS, nextToteNumber, toteCodes, toteLabels } from './tote-labels.ts';

const asNumber = (value: number | string): number | null => (typeof value === 'number' && Number.isInteger(value) ? value : null);

/** Prints labels for totes: new ones, or one anew that was torn off. Only where the store picks into totes. */
export function ToteLabelsButton() {
  const prefix = useSetting(totePrefix);
  const [isOpen, setOpen] = useState(false);
  if (prefix === '') return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {words('picking.toteLabels')} …
      </Button>
      {isOpen && <ToteLabelsDialog prefix={prefix} onClose={() => setOpen(false)} />}
    </>
  );
}

function ToteLabelsDialog({ prefix, onClose }: { readonly prefix: string; readonly onClose: () => void }) {
  const { identity } = useRegister();
  const known = useCurrent(toteDocument);
  const usual = useSetting(waveOrders);
  const [first, setFirst] = useState<number | string>(() =>
    nextToteNumber(
      prefix,
      [...known.values()].map(({ code }) => code),
    ),
  );
  const [count, setCount] = useState<number | string>(Math.min(usual, MOST_LABELS));
  const codes = toteCodes(prefix, asNumber(first), asNumber(count));
  const paper = codes === null ? null : toteLabels(codes, identity.storeName);
  return (
    <Modal
      opened
      onClose={onClose}
      title={<strong>{words('picking.toteLabels')}</strong>}
      centered
      closeButtonProps={{ 'aria-label': words('kit.close'), size: 44 }}
    >
      <Stack gap="sm">
        <NumberInput
          label={words('picking.firstTote')}
          size="md"
          min={1}
          allowDecimal={false}
          value={first}
          onChange={setFirst}
          data-autofocus
        />
        <NumberInput
          label={words('picking.howManyLabels')}
          size="md"
          min={1}
          max={MOST_LABELS}
          allowDecimal={false}
          value={count}
          onChange={setCount}
          error={paper === null && words('picking.labelsNotValid', { most: MOST_LABELS })}
        />
        {paper !== null && (
          <>
            <PaperButtons paper={paper} isLabel />
            <PaperSheet paper={paper} />
          </>
        )}
      </Stack>
    </Modal>
  );
}
