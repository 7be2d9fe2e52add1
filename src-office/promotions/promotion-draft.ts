import { promotionFault } from '../../domain/promotions/check-promotion.ts';
import { type Promotion, promotion } from '../../domain/promotions/promotion.ts';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { UNIT_PRICE_SCALE } from '../../domain/base/money.ts';
import { formatAmount, parseAmount, parsePercent } from '../../texts/say/format-money.ts';
import { percentText } from '../../texts/say/format-quantity.ts';
import { fieldAt, type FieldName, FIELDS, fieldsOf, type Reading } from './promotion-fields.ts';

/** A promotion as it is being written: a text for each field. */
export interface PromotionDraft {
  readonly kind: Promotion['kind'];
  readonly texts: Readonly<Partial<Record<FieldName, string>>>;
  /** What the texts were made of: a field that nobody changed keeps its value. Null for a new one. */
  readonly base: Promotion | null;
}

function valueAt(of: object, path: string): unknown {
  return path.split('.').reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], of);
}

type Part = Extract<Promotion, { readonly kind: 'bundle' }>['parts'][number];
type Tier = Extract<Promotion, { readonly kind: 'tiered' }>['tiers'][number];

function textOf(value: unknown, as: Reading, currency: string): string {
  if (value === undefined || value === null) return '';
  switch (as) {
    case 'yes':
      return value === true ? 'yes' : '';
    case 'list':
    case 'days':
      return (value as readonly unknown[]).join(', ');
    case 'money':
      return formatAmount(value as number, currency);
    case 'unitPrice':
      return formatAmount(Math.round((value as number) / UNIT_PRICE_SCALE), currency);
    case 'percent':
      return percentText(value as number);
    case 'parts':
      return (value as readonly Part[])
        .map(({ skus, categories, brands, units }) => `${[...skus, ...categories, ...brands].join(', ')}: ${units}`)
        .join('\n');
    case 'tiers':
      return (value as readonly Tier[])
        .map(({ fromMinor, basisPoints }) => `${formatAmount(fromMinor, currency)}: ${percentText(basisPoints)}`)
        .join('\n');
    default:
      return String(value);
  }
}

/** Nothing is no limit, and everybody: such fields stay empty. */
const isNothing = (value: unknown): boolean => value === 0 || value === false || (Array.isArray(value) && value.length === 0);

/** A promotion, to be changed. */
export function draftOf(base: Promotion, currency: string): PromotionDraft {
  const texts = fieldsOf(base.kind).map((name) => {
    const { path, as } = FIELDS[name];
    const value = valueAt(base, path);
    return [
      name,
      as !== 'choice' && isNothing(value) && name !== 'priority' && name !== 'price' ? '' : textOf(value, as, currency),
    ] as const;
  });
  return { kind: base.kind, texts: Object.fromEntries(texts), base };
}

/** A promotion that is new, from a day on. */
export function newDraft(kind: Promotion['kind'], today: string): PromotionDraft {
  return { kind, texts: { startsOn: today, endsOn: today }, base: null };
}

/** The same promotion once more, under an id that is still to be chosen. */
export function copyOf(base: Promotion, currency: string): PromotionDraft {
  const { texts } = draftOf(base, currency);
  return { kind: base.kind, texts: { ...texts, id: '' }, base };
}

const listOf = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** `A, B: 2` as names and what stands behind the last colon. */
function pairsOf(text: string): (readonly [string, string])[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => [line.slice(0, Math.max(0, line.lastIndexOf(':'))).trim(), line.slice(line.lastIndexOf(':') + 1).trim()]);
}

const wholeOf = (text: string): number | null => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : null);

/** The value of a text; null where it is none. */
function valueOf(text: string, as: Reading, currency: string): unknown {
  switch (as) {
    case 'yes':
      return text === 'yes';
    case 'list':
      return listOf(text);
    case 'days': {
      const days = listOf(text).map(wholeOf);
      return days.includes(null) ? null : days;
    }
    case 'number':
      return wholeOf(text);
    case 'money':
      return parseAmount(text, currency);
    case 'unitPrice': {
      const minor = parseAmount(text, currency);
      return minor === null ? null : minor * UNIT_PRICE_SCALE;
    }
    case 'percent':
      return parsePercent(text);
    case 'parts': {
      const parts = pairsOf(text).map(([names, units]) => ({ skus: listOf(names), units: wholeOf(units) }));
      return parts.some(({ skus, units }) => units === null || skus.length === 0) ? null : parts;
    }
    case 'tiers': {
      const tiers = pairsOf(text).map(([from, percent]) => ({
        fromMinor: parseAmount(from, currency),
        basisPoints: parsePercent(percent),
      }));
      return tiers.some(({ fromMinor, basisPoints }) => fromMinor === null || basisPoints === null) ? null : tiers;
    }
    default:
      return text.trim();
  }
}

function put(into: Record<string, unknown>, path: string, value: unknown): void {
  const [first = '', second] = path.split('.');
  if (second === undefined) into[first] = value;
  else into[first] = { ...(into[first] as object | undefined), [second]: value };
}

/** Reads a draft. @returns the promotion, or the first field that is not right. */
export function readDraft({ kind, texts, base }: PromotionDraft, currency: string): Result<Promotion, FieldName> {
  const given: Record<string, unknown> = { kind };
  const before = base === null ? {} : draftOf(base, currency).texts;
  for (const name of fieldsOf(kind)) {
    const { path, as } = FIELDS[name];
    const text = texts[name] ?? '';
    if (base !== null && text === before[name]) {
      const value = valueAt(base, path);
      if (value !== undefined) put(given, path, value);
      continue;
    }
    if (text.trim() === '') continue;
    const value = valueOf(text, as, currency);
    if (value === null) return refuse(name);
    put(given, path, value);
  }
  // A kind that names other goods by three lists has them, even where all are empty: then the rule says so.
  if (kind === 'buy_get_other') given['gets'] ??= {};
  const parsed = promotion.safeParse(given);
  if (!parsed.success) return refuse(fieldAt(parsed.error.issues[0]?.path.join('.') ?? 'name'));
  const wrong = promotionFault(parsed.data);
  return wrong === null ? accept(parsed.data) : refuse(fieldAt(wrong.field));
}
