import { FILE_FAULTS, type FileFaultCode } from '../../../domain/office/file-fault.ts';
import { IMPORT_FAULTS, type ImportFaultCode } from '../../../domain/office/import-fault.ts';

type OfFile = { readonly [C in FileFaultCode as `fileFault.${C}`]: (typeof FILE_FAULTS)[C] };
type Said = { readonly [C in ImportFaultCode as `importFault.${C}`]: (typeof IMPORT_FAULTS)[C] };

/** What is wrong with a file as a whole; and with a row of one, after the name of its column: in English, the words of the command line. */
export const imports = Object.fromEntries([
  ...Object.entries(FILE_FAULTS).map(([code, sentence]) => [`fileFault.${code}`, sentence] as const),
  ...Object.entries(IMPORT_FAULTS).map(([code, sentence]) => [`importFault.${code}`, sentence] as const),
]) as OfFile & Said;
