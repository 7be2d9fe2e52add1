import { Duplex } from 'node:stream';
import type { RawPort } from './raw-port.ts';

const READ_BYTES = 4_096;

/** A device file as a stream that behaves as a TCP connection does: it ends with a `close`, and never with an error. */
export function portStream(port: RawPort): Duplex {
  const buffer = Buffer.alloc(READ_BYTES);
  const stream = new Duplex({
    allowHalfOpen: false,
    read() {
      port.read(buffer).then(
        (length) => stream.push(Buffer.from(buffer.subarray(0, length))),
        () => stream.destroy(),
      );
    },
    write(chunk: Buffer, _encoding, done) {
      port.write(chunk).then(
        () => done(),
        (error: Error) => {
          stream.destroy();
          done(error);
        },
      );
    },
    final(done) {
      const end = () => {
        done();
        stream.destroy();
      };
      port.drain().then(end, end);
    },
    destroy(_error, done) {
      const end = () => done(null);
      port.close().then(end, end);
    },
  });
  return stream;
}
