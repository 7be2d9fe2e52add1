import { pathOf, SIGNATURE_HEIGHT, SIGNATURE_WIDTH, type Strokes } from '../../domain/fulfillment/pickup-signature.ts';
import styles from './Signature.module.css';

/** What somebody signed, as they drew it. */
export function SignaturePicture({ strokes, label }: { readonly strokes: Strokes; readonly label: string }) {
  return (
    <svg className={styles.picture} viewBox={`0 0 ${SIGNATURE_WIDTH} ${SIGNATURE_HEIGHT}`} role="img" aria-label={label}>
      <path className={styles.ink} d={pathOf(strokes)} />
    </svg>
  );
}
