import { usePicture } from './use-picture.ts';
import styles from './ProductTile.module.css';

const TINTS = 6;

/** The same ground for all goods of a department, as on the shelf. */
function tintOf(text: string): number {
  let sum = 0;
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return sum % TINTS;
}

export interface ProductTileProps {
  readonly name: string;
  readonly category: string | null | undefined;
  /** Of the article whose picture is shown; null for what is none of the catalog. */
  readonly sku: string | null;
  /** Of its side, in pixels. */
  readonly size?: number;
}

/** The picture of an article. Without one its initial stands on the ground of its department. */
export function ProductTile({ name, category, sku, size = 44 }: ProductTileProps) {
  const url = usePicture(sku);
  return <Tile name={name} category={category} url={url} size={size} />;
}

export interface TileProps extends Omit<ProductTileProps, 'sku'> {
  readonly url: string | null;
}

/** A picture that is at hand, or what stands for it. Its name is told beside it. */
export function Tile({ name, category, url, size = 44 }: TileProps) {
  const [initial = ''] = name.trim();
  return (
    <span
      aria-hidden
      className={styles.tile}
      data-tint={tintOf(category ?? name)}
      data-picture={url !== null || undefined}
      style={{ width: size, height: size }}
    >
      {url === null ? (
        initial.toLocaleUpperCase()
      ) : (
        <img className={styles.picture} src={url} alt="" width={size} height={size} decoding="async" />
      )}
    </span>
  );
}
