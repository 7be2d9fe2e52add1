/** Errors that no person has to act on at once go to the browser's log, where support finds them. */
export function report(error: unknown): void {
  console.error(error);
}
