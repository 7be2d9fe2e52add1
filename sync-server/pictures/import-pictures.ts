import { readdir, readFile, stat } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { COMMAND_LINE } from '../access/actor.ts';
import { findArticles } from '../catalog/find-articles.ts';
import type { Db } from '../db/database.ts';
import { PICTURE_BYTES } from '../../domain/catalog/picture.ts';
import { putPicture } from './manage-pictures.ts';
import type { PictureRefusal } from './shrink-picture.ts';

/** Why a file was not taken, for whoever runs the command. */
export const PICTURE_FAULTS = {
  unknown_product: 'no product has this SKU or barcode.',
  picture_type: 'this is no PNG, JPEG or WebP file.',
  picture_too_large: 'this is larger than 5 MB.',
  picture_unreadable: 'this is damaged, or has more than 50 million pixels.',
} as const satisfies Readonly<Record<PictureRefusal | 'unknown_product', string>>;

type Refused = keyof typeof PICTURE_FAULTS;

/** What came of a folder. */
export interface ImportedPictures {
  readonly files: number;
  readonly accepted: number;
  readonly refused: readonly { readonly file: string; readonly code: Refused }[];
}

/**
 * Gives products the pictures of a folder. A file is named after the SKU or the barcode of its product: `100289.jpg`. Doing it again
 * changes nothing.
 */
export async function importPictures(db: Db, folder: string): Promise<ImportedPictures> {
  const files = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
  const names = files.map(({ name }) => name).sort();
  const articles = await findArticles(
    db,
    names.map((name) => parse(name).name),
  );
  const refused: { file: string; code: Refused }[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const article = articles.get(parse(name).name);
    const isLarge = (await stat(path)).size > PICTURE_BYTES;
    const code: Refused | null = article === undefined ? 'unknown_product' : isLarge ? 'picture_too_large' : null;
    const put = code === null && article !== undefined ? await putPicture(db, article.sku, await readFile(path), COMMAND_LINE) : null;
    const why = code ?? (put?.ok === false ? put.refusal : null);
    if (why !== null) refused.push({ file: name, code: why });
  }
  return { files: names.length, accepted: names.length - refused.length, refused };
}
