/** Prints one part of the screen and nothing beside it; the style sheet of that part hides the rest. */
export function printPart(part: 'receipt' | 'report'): void {
  const { dataset } = document.body;
  dataset['printing'] = part;
  window.addEventListener('afterprint', () => delete dataset['printing'], { once: true });
  window.print();
}
