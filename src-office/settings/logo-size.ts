interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * How large a picture is as a logo: as large as it may be, and no larger than it is.
 * @returns `across` is its width with white at both sides, in whole bytes of dots.
 */
export function logoSize(picture: Size, most: { readonly width: number; readonly rows: number }): Size & { readonly across: number } {
  const scale = Math.min(1, most.width / picture.width, most.rows / picture.height);
  const width = Math.max(1, Math.floor(picture.width * scale));
  return { width, height: Math.max(1, Math.floor(picture.height * scale)), across: Math.ceil(width / 8) * 8 };
}
