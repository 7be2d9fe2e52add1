/** What can be printed of a screen. */
export type PrintedPart = 'receipt' | 'report' | 'label';

const SCHEME = 'mantineColorScheme';

/**
 * Gets one part of the screen ready to be printed, and nothing beside it; the rest is hidden, and the style sheet of the part shows it
 * again. Paper is white, so a dark device is light meanwhile.
 * @param name the title of what is printed; without one, that of the page.
 * @returns makes the screen what it was.
 */
export function readyToPrint(part: PrintedPart, name?: string): () => void {
  const { dataset } = document.body;
  const shown = document.documentElement.dataset;
  const scheme = shown[SCHEME];
  const { title } = document;
  if (name !== undefined) document.title = name;
  dataset['printing'] = part;
  shown[SCHEME] = 'light';
  return () => {
    delete dataset['printing'];
    document.title = title;
    if (scheme === undefined) delete shown[SCHEME];
    else shown[SCHEME] = scheme;
  };
}

/** Prints one part of the screen by the browser. @param name what a browser calls the file that it saves instead. */
export function printPart(part: PrintedPart, name?: string): void {
  window.addEventListener('afterprint', readyToPrint(part, name), { once: true });
  window.print();
}
