import { encode } from 'uqr';
import type { ReactNode } from 'react';
import { code128 } from '../../../texts/paper/code-128.ts';
import { dotsUrl } from '../../../texts/paper/dots.ts';
import { groupParts, type Paper, type PaperPart } from '../../../texts/paper/paper.ts';
import { directionOf } from '../../../texts/words/languages.ts';
import { PAPER_COLORS } from '../theme.ts';
import { PaperMark } from './PaperMark.tsx';
import styles from './PaperSheet.module.css';

type Of<K extends PaperPart['kind']> = Extract<PaperPart, { kind: K }>;

/** Codes are read from paper and from screens alike with four free modules around them. */
const QUIET = 4;

function Code({ data }: { readonly data: string }) {
  const { size, data: rows } = encode(data, { ecc: 'M', border: QUIET });
  const path = rows.flatMap((row, y) => row.flatMap((isBlack, x) => (isBlack ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg className={styles.code} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={data} shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  );
}

function Barcode({ data }: { readonly data: string }) {
  const { width, bars } = code128(data);
  return (
    <figure className={styles.barcode}>
      <svg viewBox={`0 0 ${width} 40`} role="img" aria-label={data} preserveAspectRatio="none" shapeRendering="crispEdges">
        <path d={bars.map((bar) => `M${bar.x} 0h${bar.width}v40h${-bar.width}z`).join('')} />
      </svg>
      <figcaption aria-hidden>{data}</figcaption>
    </figure>
  );
}

function Goods({ name, amount, details }: Of<'goods'>) {
  return (
    <li>
      <span>{name}</span>
      <span>{amount}</span>
      {details.map((detail, index) => (
        <span key={index} className={styles.detail}>
          <bdi>{detail}</bdi>
        </span>
      ))}
    </li>
  );
}

function Figure({ name, details = [], amount, tone, id }: Of<'figure'>) {
  return (
    <div data-tone={tone}>
      <dt>
        {name}
        {details.map((detail, index) => (
          <span key={index} className={styles.detail}>
            {' '}
            <bdi>{detail}</bdi>
          </span>
        ))}
      </dt>
      <dd data-testid={id}>{amount}</dd>
    </div>
  );
}

function show(part: PaperPart, key: number): ReactNode {
  if (part.kind === 'goods') return <Goods key={key} {...part} />;
  if (part.kind === 'figure') return <Figure key={key} {...part} />;
  if (part.kind === 'code') return <Code key={key} data={part.data} />;
  if (part.kind === 'barcode') return <Barcode key={key} data={part.data} />;
  if (part.kind === 'cut') return <hr key={key} className={styles.cut} />;
  // The name of the store stands below its logo.
  if (part.kind === 'picture') return <img key={key} className={styles.picture} src={dotsUrl(part)} width={part.width} alt="" />;
  if (part.kind === 'rule') return <hr key={key} className={styles.rule} />;
  if (part.kind === 'head') {
    return (
      <p key={key} dir="auto" className={styles.head} data-tone={part.tone}>
        {part.text}
      </p>
    );
  }
  return (
    <p key={key} className={styles.note}>
      <bdi>{part.strong ? <strong>{part.text}</strong> : part.text}</bdi>
    </p>
  );
}

function Group({ parts }: { readonly parts: readonly PaperPart[] }) {
  const shown = parts.map(show);
  if (parts[0]?.kind === 'goods') return <ul className={styles.goods}>{shown}</ul>;
  if (parts[0]?.kind === 'figure') return <dl className={styles.figures}>{shown}</dl>;
  return <>{shown}</>;
}

/** A slip as it is printed. A receipt is white paper, also in the dark. */
export function PaperSheet({ paper }: { readonly paper: Paper }) {
  return (
    <article
      className={styles.paper}
      style={PAPER_COLORS}
      data-printed="receipt"
      tabIndex={0}
      aria-label={paper.title}
      {...(paper.language !== undefined && { lang: paper.language, dir: directionOf(paper.language) })}
    >
      <PaperMark />
      {groupParts(paper.parts).map((parts, index) => (
        <Group key={index} parts={parts} />
      ))}
    </article>
  );
}
