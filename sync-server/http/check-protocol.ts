import { OLDEST_PROTOCOL_VERSION, PROTOCOL_VERSION } from '../../domain/protocol/protocol.ts';
import { HttpRefusal } from './refuse.ts';

/** Refuses who speaks a version that this server does not, before anything of the request is read. */
export interface ProtocolCheck {
  /** @param version what the app speaks. @throws HttpRefusal */
  check(version: number): void;
}

/**
 * @param minimum the oldest version to let in. One above what this server speaks lets nobody in, and says so to each.
 */
export function createProtocolCheck(minimum: number = OLDEST_PROTOCOL_VERSION): ProtocolCheck {
  const oldest = Math.max(OLDEST_PROTOCOL_VERSION, minimum);
  return {
    check(version) {
      if (version < oldest) {
        throw new HttpRefusal(426, {
          code: 'too_old',
          message: `This app speaks version ${version} of the protocol; this server takes version ${oldest} and newer.`,
          fix: 'Update the app. It can go on working until then: what it records is kept, and is sent after the update.',
        });
      }
      if (version > PROTOCOL_VERSION) {
        throw new HttpRefusal(409, {
          code: 'server_too_old',
          message: `This app speaks version ${version} of the protocol; this server speaks ${PROTOCOL_VERSION} at most.`,
          fix: 'Update the server. The app can go on working until then: what it records is kept, and is sent after the update.',
        });
      }
    },
  };
}
