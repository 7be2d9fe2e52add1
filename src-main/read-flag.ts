/** The value of the last `--NAME=VALUE` on the command line; null where there is none. */
export function readFlag(argv: readonly string[], name: string): string | null {
  const flag = `--${name}=`;
  return argv.findLast((argument) => argument.startsWith(flag))?.slice(flag.length) ?? null;
}
