/** What can be printed of a screen. */
export type PrintedPart = 'receipt' | 'report';

/** Prints one part of the screen and nothing beside it; the rest is hidden, and the style sheet of the part shows it again. */
export function printPart(part: PrintedPart): void {
  const { dataset } = document.body;
  dataset['printing'] = part;
  window.addEventListener('afterprint', () => delete dataset['printing'], { once: true });
  window.print();
}
