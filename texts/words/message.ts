/** A name that a message takes; what is written inside a plural's branches is none. */
type Name<T extends string> = T extends '' | `${string}${' ' | '#' | '{'}${string}` ? never : T;

type NameAt<T extends string> = T extends `${infer Inside}}${string}`
  ? Inside extends `${infer First},${string}`
    ? Name<First>
    : Name<Inside>
  : never;

/** The names of an ICU message: `count` and `name` of `{count, plural, one {# unit} other {# units}} of {name}`. */
export type NamesIn<Message extends string> = Message extends `${string}{${infer Rest}` ? NameAt<Rest> | NamesIn<Rest> : never;

/** What a message has to be given. */
export type Values<Message extends string> = [NamesIn<Message>] extends [never]
  ? []
  : [values: Readonly<Record<NamesIn<Message>, string | number>>];

/** A catalog in another language: the same keys, none missing and none more. */
export type Translated<Catalog> = { readonly [Key in keyof Catalog]: string };
