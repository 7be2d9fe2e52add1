import type { BrowserWindow, Dialog } from 'electron';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileNameOf, type PdfReply, type PdfRequest, SLIP_WIDTH_MM } from '../domain/device/pdf.ts';

const MM_IN_AN_INCH = 25.4;
/** What office printers leave white, in millimetres. */
const PAGE_MARGIN_MM = 12;

const inches = (millimetres: number) => millimetres / MM_IN_AN_INCH;
const around = (millimetres: number) => {
  const margin = inches(millimetres);
  return { top: margin, bottom: margin, left: margin, right: margin };
};

const layoutOf = (paper: PdfRequest['paper']) =>
  paper.kind === 'slip'
    ? { pageSize: { width: inches(SLIP_WIDTH_MM), height: inches(paper.heightMm) }, margins: around(0) }
    : { pageSize: 'A4' as const, margins: around(PAGE_MARGIN_MM) };

/**
 * Writes what a print of the window would show to a PDF, at the place that a person chooses.
 * @param folder where the dialog begins. @throws where the file cannot be written.
 */
export function pdfSaver(dialog: Pick<Dialog, 'showSaveDialog'>, window: BrowserWindow, folder: () => string) {
  return async ({ name, paper }: PdfRequest): Promise<PdfReply> => {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: join(folder(), `${fileNameOf(name)}.pdf`),
      filters: [{ name: 'PDF', extensions: ['pdf'] }],
    });
    if (canceled || filePath === '') return 'cancelled';
    await writeFile(filePath, await window.webContents.printToPDF({ ...layoutOf(paper), printBackground: true, generateTaggedPDF: true }));
    return 'saved';
  };
}
