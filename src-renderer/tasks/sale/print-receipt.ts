/** Prints the receipt on the screen and nothing beside it; the style sheet hides the rest. */
export function printReceipt(): void {
  const { dataset } = document.body;
  dataset['printing'] = 'receipt';
  window.addEventListener('afterprint', () => delete dataset['printing'], { once: true });
  window.print();
}
