import { posix } from 'node:path';
import type { SourceFile } from './tidy.ts';

const MOST_WORDS = 30;

/** The text of a page without its code blocks. */
function prose(text: string): string {
  return text.replace(/```[\s\S]*?```/g, '');
}

/** What GitHub calls the headings of a page in an address. */
function anchorsOf(text: string): string[] {
  return [...prose(text).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\- ]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}

/** Links of pages that lead to no file, or to no heading of it. @param exists whether the repository has a path. */
export function brokenLinks(pages: readonly SourceFile[], exists: (path: string) => boolean): string[] {
  const texts = new Map(pages.map(({ path, text }) => [path, text]));
  return pages.flatMap(({ path, text }) =>
    [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) => {
      if (/^https?:/.test(link)) return [];
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? path : posix.join(posix.dirname(path), file);
      if (!exists(target)) return [`${path}: ${link} leads to no file`];
      const page = texts.get(target);
      return anchor === undefined || page === undefined || anchorsOf(page).includes(anchor) ? [] : [`${path}: ${link} leads to no heading`];
    }),
  );
}

/** Sentences of more than 30 words: nobody reads them at once. A cell of a table and an item of a list begin one of their own. */
export function longSentences({ path, text }: SourceFile): string[] {
  const parts = prose(text)
    .replace(/^#.*$/gm, '')
    .replace(/^\|.*$/gm, (row) => row.split('|').join('\n\n'))
    .replace(/^\s*([-*]|\d+\.) /gm, '\n\n')
    .split(/\n\s*\n/);
  return parts
    .flatMap((part) => part.replace(/\s+/g, ' ').split(/(?<=[.?!][*"]{0,2}) /))
    .filter((sentence) => sentence.split(' ').filter((word) => word !== '').length > MOST_WORDS)
    .map((sentence) => `${path}: ${sentence.slice(0, 80)} …`);
}

/** The npm scripts that pages tell people to run. */
export function scriptsNamed({ text }: SourceFile): string[] {
  return [...text.matchAll(/\bnpm run ([a-z][a-z0-9:-]*)/g)].map(([, script = '']) => script);
}
