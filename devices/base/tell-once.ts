const told = new Map<string, string>();

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'is not there. Is the device plugged in?',
  ENODEV: 'is not there. Is the device plugged in?',
  ENXIO: 'is not there. Is the device plugged in?',
  EACCES: 'may not be used by this user. On Linux, add the user to the group dialout (serial) or lp (USB).',
  EBUSY: 'is used by another program.',
  MODULE_NOT_FOUND: 'cannot be used: the package @serialport/bindings-cpp is not installed, or has no build for this machine.',
};

/** Reasons that the package has in words alone, without a code. */
const IN_WORDS: readonly (readonly [RegExp, string])[] = [
  [/no such file|file not found/i, 'ENOENT'],
  [/permission denied|access denied/i, 'EACCES'],
  [/lock port|busy|temporarily unavailable/i, 'EBUSY'],
  [/no native build|cannot find (package|module)/i, 'MODULE_NOT_FOUND'],
];

/** What is wrong with a port, for who starts the host. */
export function reasonOf(error: unknown): string {
  const { code = '', message = String(error) } = error as NodeJS.ErrnoException;
  const known = code in REASONS ? code : IN_WORDS.find(([pattern]) => pattern.test(message))?.[1];
  return (known === undefined ? undefined : REASONS[known]) ?? `cannot be opened: ${message}`;
}

/** Tells whoever started the host why a port cannot be opened: once, and again only when the reason changes. A till asks every second. */
export function tellOnce(port: string, error: unknown): void {
  const reason = reasonOf(error);
  if (told.get(port) === reason) return;
  told.set(port, reason);
  process.stderr.write(`${port} ${reason}\n`);
}

/** The port is open again: its next trouble is news. */
tellOnce.forget = (port: string): void => {
  told.delete(port);
};
