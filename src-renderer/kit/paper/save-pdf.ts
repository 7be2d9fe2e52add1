import type { BridgeCode, OutpostBridge } from '../../../domain/device/bridge.ts';
import type { PdfReply, PdfRequest } from '../../../domain/device/pdf.ts';
import { type PrintedPart, readyToPrint } from '../print-part.ts';

type Bridge = Pick<OutpostBridge, 'pdf'>;

const bridgeHere = () => (globalThis as { outpost?: Bridge }).outpost;

/** A CSS pixel, as a style sheet has it, in millimetres. */
const MM_OF_PIXEL = 25.4 / 96;
/** What is below a slip, so that its last line is not at the edge. */
const BELOW_MM = 4;

/** Whether this device writes a PDF itself. A browser does so in its print dialog. */
export const canSavePdf = (): boolean => bridgeHere() !== undefined;

/** How long the slip that is shown is on paper: as the style sheet prints it, measured on the screen. */
function slipHeightMm(): number {
  const slip = document.querySelector<HTMLElement>('[data-printed="receipt"]');
  if (slip === null) throw new Error('There is no slip on the screen.');
  const copy = slip.cloneNode(true) as HTMLElement;
  Object.assign(copy.style, {
    position: 'fixed',
    visibility: 'hidden',
    inlineSize: '80mm',
    padding: '4mm',
    border: '0',
    blockSize: 'auto',
  });
  slip.parentElement?.append(copy);
  const { height } = copy.getBoundingClientRect();
  copy.remove();
  return Math.ceil(height * MM_OF_PIXEL) + BELOW_MM;
}

/**
 * Saves a part of the screen as PDF, where the person wants it. In the desktop app alone.
 * @param name what the file is called at first. @returns what came of it, or why it could not be written.
 */
export async function savePdf(part: PrintedPart, name: string, bridge: Bridge | undefined = bridgeHere()): Promise<PdfReply | BridgeCode> {
  if (bridge === undefined) return 'unknown_method';
  const paper: PdfRequest['paper'] = part === 'receipt' ? { kind: 'slip', heightMm: slipHeightMm() } : { kind: 'pages' };
  const restore = readyToPrint(part, name);
  try {
    const saved = await bridge.pdf.save({ name, paper });
    return saved.ok ? saved.value : saved.code;
  } finally {
    restore();
  }
}
