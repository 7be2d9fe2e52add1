import { root } from '../../../sync-server/start/project-root.ts';
import { startDevices } from '../../../sync-server/start/start-devices.ts';

const [, , data = '', port, origin = ''] = process.argv;

try {
  const options = { root, data, port: Number(port), origins: [origin], onCode: () => undefined };
  const { code, urls, close } = await startDevices(options);
  process.on('SIGTERM', () => void close().then(() => process.exit(0)));
  process.send?.({ code, urls });
} catch (error) {
  process.send?.({ failed: error instanceof Error ? error.message : String(error) });
}
