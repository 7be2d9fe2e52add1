import { type PointerEvent, useState } from 'react';
import { pathOf, SIGNATURE_HEIGHT, SIGNATURE_WIDTH, type Strokes } from '../../domain/fulfillment/pickup-signature.ts';
import { drawnOn, isFull } from './draw-signature.ts';
import styles from './Signature.module.css';

export interface SignatureFieldProps {
  readonly label: string;
  readonly strokes: Strokes;
  readonly onDraw: (strokes: Strokes) => void;
}

/** A field to sign in with a finger, a pen or the mouse. One of them draws at a time. */
export function SignatureField({ label, strokes, onDraw }: SignatureFieldProps) {
  const [drawing, setDrawing] = useState<number | null>(null);

  function draw(event: PointerEvent<SVGSVGElement>, begins: boolean): void {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const at = { x: (event.clientX - left) / width, y: (event.clientY - top) / height };
    onDraw(drawnOn(strokes, at, begins));
  }

  return (
    <svg
      className={styles.field}
      viewBox={`0 0 ${SIGNATURE_WIDTH} ${SIGNATURE_HEIGHT}`}
      role="img"
      aria-label={label}
      onPointerDown={(event) => {
        if (drawing !== null || event.button !== 0 || isFull(strokes)) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrawing(event.pointerId);
        draw(event, true);
      }}
      onPointerMove={(event) => {
        if (event.pointerId === drawing) draw(event, false);
      }}
      onPointerUp={() => setDrawing(null)}
      onPointerCancel={() => setDrawing(null)}
    >
      <line className={styles.rule} x1="60" x2="940" y1="320" y2="320" />
      <path className={styles.ink} d={pathOf(strokes)} />
    </svg>
  );
}
