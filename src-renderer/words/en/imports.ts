import { IMPORT_FAULTS, type ImportFaultCode } from '../../../domain/office/import-fault.ts';

type Said = { readonly [C in ImportFaultCode as `importFault.${C}`]: (typeof IMPORT_FAULTS)[C] };

/** What is wrong with a row of an imported file, after the name of its column: in English, the words of the command line. */
export const imports = Object.fromEntries(
  Object.entries(IMPORT_FAULTS).map(([code, sentence]) => [`importFault.${code}`, sentence]),
) as Said;
