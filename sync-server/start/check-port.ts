import { createServer } from 'node:net';
import { PlainFailure } from './plain-failure.ts';

/** Finds out before anything is written whether somebody else listens there. @throws PlainFailure */
export async function checkPort(port: number, host: string): Promise<void> {
  await new Promise<void>((done, fail) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        fail(new PlainFailure(`Port ${port} is in use by another process; stop that one, or choose another with --port.`));
      else
        fail(
          new PlainFailure(
            `Outpost cannot listen on ${host}:${port} (${error.code ?? error.message}); choose others with --host and --port.`,
          ),
        );
    });
    probe.listen(port, host, () => probe.close(() => done()));
  });
}
