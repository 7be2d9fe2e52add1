import { z } from 'zod';
import { text } from '../base/text.ts';

/** What a simulated device tells whoever started it: where its buttons are. */
export const simulatorStarted = z.strictObject({ controlUrl: text });

/** What the device host tells whoever started it: the pairing code, at its start and whenever there is a new one. */
export const pairingShown = z.strictObject({ code: text });
