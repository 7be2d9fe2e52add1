import { foldText } from '../base/fold-text.ts';
import type { Customer } from './customer.ts';

/** How many digits of a number, and characters of anything else, a look-up needs. */
const LEAST_DIGITS = 5;
const LEAST_CHARACTERS = 3;
/** Ends of a phone number from which it may be typed: numbers are written with and without their country. */
const LEAST_OF_PHONE = 5;

/** Digits without the zeros before them: `0049 170`, `+49 170` and `49170` begin with the same. */
function digitsOf(text: string): string {
  return text.replace(/\D/g, '').replace(/^0+/, '');
}

function phoneKeys(phone: string): string[] {
  const digits = digitsOf(phone);
  const most = Math.max(0, digits.length - LEAST_OF_PHONE);
  return Array.from({ length: most + 1 }, (_, from) => `phone:${digits.slice(from)}`);
}

function cardKey(number: string): string {
  return `card:${number.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()}`;
}

type Found = Pick<Customer, 'name' | 'phones' | 'emails' | 'cardNumber'>;

/** The keys by whose beginnings a customer is found: words of the name, ends of phone numbers, mail addresses, the card. */
export function customerKeys({ name, phones, emails, cardNumber }: Found): string[] {
  const words = foldText(name).split(' ').filter(Boolean);
  return [
    ...new Set([
      ...words.map((word) => `name:${word}`),
      ...phones.flatMap(phoneKeys),
      ...emails.map((mail) => `mail:${mail.trim().toLowerCase()}`),
      ...(cardNumber === null ? [] : [cardKey(cardNumber)]),
    ]),
  ];
}

/** Beginnings of keys: a customer is meant who has each of one of these lists. */
export type CustomerSearch = readonly (readonly string[])[];

/** What somebody typed or scanned, as beginnings of keys. Empty where it is too short to mean anybody. */
export function customerSearch(typed: string): CustomerSearch {
  const text = typed.trim();
  if (text.includes('@')) return text.length < LEAST_CHARACTERS ? [] : [[`mail:${text.toLowerCase()}`]];
  const card = cardKey(text);
  const cards = card.length - 'card:'.length < LEAST_DIGITS ? [] : [[card]];
  if (/^[\d\s()+./-]+$/.test(text)) {
    const digits = digitsOf(text);
    return digits.length < LEAST_DIGITS ? cards : [[`phone:${digits}`], [card]];
  }
  const words = foldText(text).split(' ').filter(Boolean);
  if (words.every((word) => word.length < LEAST_CHARACTERS)) return cards;
  return [words.map((word) => `name:${word}`), ...cards];
}

/** Whether a customer with these keys is meant. */
export function isMeant(keys: readonly string[], search: CustomerSearch): boolean {
  return search.some((beginnings) => beginnings.every((beginning) => keys.some((key) => key.startsWith(beginning))));
}

/** The keys that two records of one person would share: whole mail addresses and phone numbers, without their country at will. */
export function sharedKeys({ phones, emails }: Pick<Found, 'phones' | 'emails'>): string[] {
  const ends = phones.map((phone) => `phone:${digitsOf(phone).slice(-9)}`);
  return [...new Set([...ends, ...emails.map((mail) => `mail:${mail.trim().toLowerCase()}`)])];
}

/** Whether a code is the number of a customer's card, however it is written. */
export function isCardOf({ cardNumber }: Pick<Found, 'cardNumber'>, code: string): boolean {
  return cardNumber !== null && /[\p{L}\p{N}]/u.test(code) && cardKey(cardNumber) === cardKey(code);
}
