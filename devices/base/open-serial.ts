import type { PortBinding } from '@serialport/bindings-cpp';
import type { Duplex } from 'node:stream';
import type { SerialPlace } from '../../domain/device/device-place.ts';
import { portStream } from './port-stream.ts';
import { type RawPort, rawPort } from './raw-port.ts';

/** Windows has no file that can be read without waiting: the package does it by overlapped calls. */
function boundPort(port: PortBinding): RawPort {
  return {
    async read(into) {
      const { bytesRead } = await port.read(into, 0, into.length);
      if (bytesRead === 0) throw new Error('The serial port has ended.');
      return bytesRead;
    },
    write: (bytes) => port.write(bytes),
    drain: () => port.drain(),
    close: () => port.close(),
  };
}

/**
 * Opens a serial port of this machine, with one stop bit, and drops what had come before. Its lines stay as they are when it is closed: a
 * printer would take their fall for the end of the till.
 * @throws where there is no such port, it may not be used, another program has it, or the package is not there for this machine
 * (`MODULE_NOT_FOUND`).
 */
export async function openSerial({ serial, baud, dataBits, parity, flow }: SerialPlace): Promise<Duplex> {
  const { autoDetect } = await import('@serialport/bindings-cpp');
  const isSoft = flow === 'xon_xoff';
  const line = { baudRate: baud, dataBits, parity, stopBits: 1, rtscts: flow === 'rts_cts', xon: isSoft, xoff: isSoft } as const;
  const port = await autoDetect().open({ path: serial, hupcl: false, lock: true, ...line });
  await port.flush();
  const raw =
    typeof port.fd === 'number' && process.platform !== 'win32'
      ? rawPort({ fd: port.fd, isGone: () => true, drain: () => port.drain(), close: () => port.close() })
      : boundPort(port);
  return portStream(raw);
}
