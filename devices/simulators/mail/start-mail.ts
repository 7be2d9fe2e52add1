import { writeAddress } from '../../base/simulated-address.ts';
import { ownCertificate } from '../own-certificate.ts';
import { serveControl } from '../page/serve-control.ts';
import { mailControls } from './control.ts';
import { MailBox } from './mail-box.ts';
import { serveSmtp, type SmtpRules } from './serve-smtp.ts';

export interface StartMail extends Partial<Pick<SmtpRules, 'security' | 'user'>> {
  /** Where it keeps its certificate and leaves word where it is; nowhere without one. */
  readonly folder: string | null;
  /** Where mail is handed over; 0 for any free port. */
  readonly port: number;
  /** Where its page is; 0 for any free port. */
  readonly controlPort: number;
}

/** A simulated mail server that delivers nothing: it shows what came in. */
export async function startMail({ folder, port, controlPort, security = 'none', user = null }: StartMail) {
  const box = new MailBox();
  const certificate = security === 'none' ? null : await ownCertificate(folder, 'localhost');
  const smtp = await serveSmtp(box, port, { security, certificate, user });
  const address = { host: '127.0.0.1', port: smtp.port };
  if (folder !== null) writeAddress(folder, address);
  const control = await serveControl(mailControls({ box, address }), controlPort);
  return {
    address,
    certificate,
    box,
    controlUrl: `http://127.0.0.1:${control.port}`,
    async close(): Promise<void> {
      await smtp.close();
      await control.close();
    },
  };
}
