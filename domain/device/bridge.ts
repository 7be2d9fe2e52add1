import { z } from 'zod';
import type { BridgeMethod } from './bridge-methods.ts';
import { deviceContract } from './device-contract.ts';
import type { DeviceMethod } from './device-methods.ts';
import { type PdfReply, pdfReply, type PdfRequest, pdfRequest } from './pdf.ts';

/** Why a call over the bridge was not carried out. */
export const bridgeCode = z.enum([
  /** The arguments do not fit the method. */
  'bad_request',
  'unknown_method',
  /** The call did not come from the app's own page. */
  'untrusted_sender',
  /** The disk has no room; nothing of the call was kept. */
  'disk_full',
  /** Reading or writing failed for another reason; it may work later. */
  'io_failed',
  /** This machine offers no encryption that deserves the name, so no secret is kept. */
  'no_encryption',
  /** The secret is there but cannot be decrypted: another user or another machine wrote it. */
  'unreadable_secret',
]);
export type BridgeCode = z.infer<typeof bridgeCode>;

export type BridgeResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: BridgeCode };

/** One operation of the journal as JSON on one line. */
export const mirrorLine = z
  .string()
  .min(2)
  .max(1_000_000)
  .refine((line) => !/[\r\n]/.test(line), 'one line')
  .refine(isJson, 'JSON');

const secretName = z.string().regex(/^[a-z][a-z0-9.-]{0,63}$/);

export const appInfo = z.object({
  version: z.string(),
  platform: z.string(),
  /** True in an installed app, false when run from a checkout. */
  packaged: z.boolean(),
  /** Origin of the sync server this app was started for, or null when the page has to ask. */
  serverUrl: z.url().nullable(),
});
export type AppInfo = z.infer<typeof appInfo>;

export const mirrorPage = z.object({
  /** Whole lines, oldest first. The same operation may occur more than once. */
  lines: z.array(z.string()),
  /** Lines that are no JSON, such as one torn by a power loss. They are kept for a person to look at. */
  damaged: z.array(z.string()),
  /** Where the next page begins, in bytes, or null after the last one. */
  next: z.number().int().positive().nullable(),
});
export type MirrorPage = z.infer<typeof mirrorPage>;

/** What each method takes and gives. Arguments and values survive a structured clone. */
export const bridgeContract = {
  'app.info': { args: z.tuple([]), value: appInfo },
  'journalMirror.append': { args: z.tuple([z.array(mirrorLine).min(1).max(5_000)]), value: z.null() },
  'journalMirror.read': { args: z.tuple([z.number().int().nonnegative()]), value: mirrorPage },
  'journalMirror.tail': { args: z.tuple([]), value: mirrorPage },
  'secrets.store': { args: z.tuple([secretName, z.string().max(16_384)]), value: z.null() },
  'secrets.load': { args: z.tuple([secretName]), value: z.string().nullable() },
  'secrets.remove': { args: z.tuple([secretName]), value: z.null() },
  'display.open': { args: z.tuple([]), value: z.null() },
  'pdf.save': { args: z.tuple([pdfRequest]), value: pdfReply },
  ...deviceContract,
} satisfies Record<BridgeMethod, { args: z.ZodType; value: z.ZodType }>;

export type BridgeArgs<M extends BridgeMethod> = z.infer<(typeof bridgeContract)[M]['args']>;
export type BridgeValue<M extends BridgeMethod> = z.infer<(typeof bridgeContract)[M]['value']>;

/** [R5] The second place of the journal: JSON lines that only ever grow. */
export interface JournalMirrorPort {
  /** Resolves once the lines are on the disk. On any failure none of them count, and they may be sent again. */
  append(lines: string[]): Promise<BridgeResult<null>>;
  /** Reads one page of some megabytes, beginning at `from` (bytes, default 0). */
  read(from?: number): Promise<BridgeResult<MirrorPage>>;
  /** Reads the newest lines, some tens of kilobytes of them; `next` is null. At least one line, where there is one. */
  tail(): Promise<BridgeResult<MirrorPage>>;
}

/** The machine as the page sees it: `globalThis.outpost` in the desktop app, absent in a browser. */
export interface OutpostBridge {
  readonly app: {
    info(): Promise<BridgeResult<AppInfo>>;
  };
  readonly journalMirror: JournalMirrorPort;
  /** Small secrets, such as the register's token, encrypted by the operating system. */
  readonly secrets: {
    store(name: string, value: string): Promise<BridgeResult<null>>;
    /** Gives null when there is no secret of that name. */
    load(name: string): Promise<BridgeResult<string | null>>;
    remove(name: string): Promise<BridgeResult<null>>;
  };
  /** What the customer sees: a window of its own, on the second screen where there is one. */
  readonly display: {
    open(): Promise<BridgeResult<null>>;
  };
  /** What a print of the page would show, as a file. */
  readonly pdf: {
    /** Asks the person where it goes, and writes it there. */
    save(request: PdfRequest): Promise<BridgeResult<PdfReply>>;
  };
  /** The machines on the counter: see the device contract. */
  readonly devices: {
    call(method: DeviceMethod, args: unknown[]): Promise<BridgeResult<unknown>>;
  };
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
