/**
 * The part of the package that is used. It is an optional one: where there is no build of it for a machine, the checkout still compiles,
 * and serial ports are refused with a reason.
 */
declare module '@serialport/bindings-cpp' {
  export interface PortBinding {
    /** The open file, on Linux and macOS. */
    readonly fd?: number | null;
    read(buffer: Buffer, offset: number, length: number): Promise<{ readonly bytesRead: number }>;
    write(buffer: Buffer): Promise<void>;
    drain(): Promise<void>;
    flush(): Promise<void>;
    close(): Promise<void>;
  }
  export interface OpenOptions {
    readonly path: string;
    readonly baudRate: number;
    readonly dataBits: 7 | 8;
    readonly stopBits: 1;
    readonly parity: 'none' | 'even' | 'odd';
    readonly rtscts: boolean;
    readonly xon: boolean;
    readonly xoff: boolean;
    readonly hupcl: boolean;
    readonly lock: boolean;
  }
  export function autoDetect(): { open(options: OpenOptions): Promise<PortBinding> };
}
