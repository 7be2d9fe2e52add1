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
  /** Of its side, in pixels. */
  readonly size?: number;
}

/** The picture of an article. Products have none yet: its initial stands on the ground of its department. */
export function ProductTile({ name, category, size = 44 }: ProductTileProps) {
  const [initial = ''] = name.trim();
  return (
    <span aria-hidden className={styles.tile} data-tint={tintOf(category ?? name)} style={{ width: size, height: size }}>
      {initial.toLocaleUpperCase()}
    </span>
  );
}
