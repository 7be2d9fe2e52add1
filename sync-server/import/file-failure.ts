import { type FileFault, fileFaultText } from '../../domain/office/file-fault.ts';
import { PlainFailure } from '../start/plain-failure.ts';

/** Nothing of a file can be imported; the command line says why in English. */
export class FileFailure extends PlainFailure {
  readonly fault: FileFault;

  constructor(fault: FileFault) {
    super(fileFaultText(fault));
    this.fault = fault;
  }
}
