/** Why a text is no code that the till can use: what is wrong, and the facts that a sentence needs. */
export type BarcodeRefusal =
  | { readonly reason: 'empty' | 'not_numeric' | 'length' | 'double_scan' | 'not_an_item_code' }
  /** The keyboard is set to another country than the scanner, or to capitals. */
  | { readonly reason: 'layout_suspected' | 'caps_lock_suspected' }
  | { readonly reason: 'check_digit'; readonly expectedDigit: string }
  | { readonly reason: 'upce_number_system'; readonly expectedDigit: string }
  | { readonly reason: 'ambiguous_check_digit'; readonly asGtin8Digit: string; readonly asUpceDigit: string }
  /** The label is read right, yet the check digit of its price or weight is not. */
  | { readonly reason: 'variable_measure_check_digit'; readonly expectedDigit: string }
  | ElementRefusal;

/** What is wrong with an element of a GS1 code, by its application identifier. */
export type ElementRefusal =
  | { readonly reason: 'length' | 'charset' | 'date' | 'unknown_ai' | 'exclusive' | 'repeated'; readonly ai: string }
  | { readonly reason: 'check_digit'; readonly ai: string; readonly expectedDigit: string }
  | { readonly reason: 'missing_required'; readonly ai: string; readonly needs: string };
