/** The names of what may be asked of the device host, apart from their schemas: the preload script carries no schema library. */
export const deviceMethods = [
  'terminal.pay',
  'terminal.reverse',
  'terminal.status',
  'terminal.abort',
  'terminal.diagnose',
  'terminal.totals',
  'scale.weigh',
  'scale.zero',
  'scale.next',
  'printer.print',
  'printer.kick',
  'printer.watch',
  'pole.show',
  'scanner.next',
  'label.print',
] as const;

export type DeviceMethod = (typeof deviceMethods)[number];
