/** A cell of a CSV file (RFC 4180): quoted where it has to be. */
export function csvCell(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A cell of a CSV file that people open in a spreadsheet. A text that a spreadsheet would run as a formula gets an apostrophe before it:
 * customers type names, and a name must not fetch anything from anywhere.
 */
export function plainCsvCell(text: string): string {
  return csvCell(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
}
