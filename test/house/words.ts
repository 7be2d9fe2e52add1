import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import ts from 'typescript';

/** A text in a screen that is in no catalog, and where. */
export interface LiteralText {
  readonly line: number;
  readonly text: string;
}

/** Attributes whose text people read or hear. */
const READ = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'choose',
  'description',
  'empty',
  'label',
  'placeholder',
  'subtitle',
  'title',
]);

/** Properties whose text comes to stand in such an attribute. */
const SAID = new Set(['back', 'confirm', 'explanation', 'label', 'sentence', 'text', 'title']);

/** Elements whose text is the name of a key or a command: the same in every language. */
const VERBATIM = new Set(['code', 'kbd', 'pre']);

/** The name of the product. */
const NAMES = /^(Outpost|SKU)$/;

/** Two words with a space between them are a text, wherever they stand. */
const SENTENCE = /\p{L}{2,}[\p{L}’',.:;“”?!]*\s+[\p{L}“(]*\p{L}{2,}/u;

function isVerbatim(node: ts.Node): boolean {
  const parent = node.parent as ts.Node | undefined;
  return parent !== undefined && ts.isJsxElement(parent) && VERBATIM.has(parent.openingElement.tagName.getText());
}

/** Whether no person reads it in the app: the text of an error, what an error names, a selector, an import, a type, a font. */
function isForDevelopers(node: ts.Node): boolean {
  for (let at: ts.Node | undefined = node; at !== undefined; at = at.parent as ts.Node | undefined) {
    if (ts.isNewExpression(at) && /Error$/.test(at.expression.getText())) return true;
    if (ts.isCallExpression(at) && /^answered$|\.(closest|matches|querySelector(All)?)$/.test(at.expression.getText())) return true;
    if (ts.isPropertyAssignment(at) && at.name.getText() === 'fontFamily') return true;
    if (ts.isImportDeclaration(at) || ts.isExportDeclaration(at) || ts.isTypeNode(at)) return true;
    if (ts.isJsxAttribute(at)) return /^(className|data-.*|autoComplete|aria-keyshortcuts|id)$/.test(at.name.getText());
  }
  return false;
}

function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isTemplateExpression(node)) return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join('…');
  return null;
}

/** Operators whose operands are shown as they are. */
const PASSES_ON = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
]);

/** Whether a text is shown where it stands: between tags, or in an attribute that people read. */
function isShown(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isJsxAttribute(parent)) return READ.has(parent.name.getText());
  if (ts.isJsxExpression(parent)) return ts.isJsxAttribute(parent.parent) ? isShown(parent) : !isVerbatim(parent);
  if (ts.isPropertyAssignment(parent)) return SAID.has(parent.name.getText());
  if (ts.isConditionalExpression(parent)) return node !== parent.condition && isShown(parent);
  if (ts.isBinaryExpression(parent)) return PASSES_ON.has(parent.operatorToken.kind) && isShown(parent);
  return ts.isParenthesizedExpression(parent) && isShown(parent);
}

/** Every text of a file that people would read and that no catalog has. */
export function literalTexts(path: string, source: string): LiteralText[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found: LiteralText[] = [];
  function add(node: ts.Node, text: string): void {
    if (!NAMES.test(text.trim())) found.push({ line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, text: text.trim() });
  }
  function look(node: ts.Node): void {
    const text = textOf(node);
    if (ts.isJsxText(node) && /\p{L}/u.test(node.text) && !isVerbatim(node)) add(node, node.text);
    else if (text !== null && isShown(node) && /\p{L}/u.test(text)) add(node, text);
    else if (text !== null && SENTENCE.test(text) && !isForDevelopers(node)) add(node, text);
    ts.forEachChild(node, look);
  }
  look(file);
  return found;
}

/** Calls of a browser test whose text is looked for on a screen. */
const FINDS = /\.(getByText|getByLabel|getByPlaceholder|toHaveText|toContainText|toHaveAccessibleName|goTo)$/;

/** Whether a browser test looks for what stands there, alone or as one of several. */
function isLookedFor(node: ts.Node): boolean {
  let { parent } = node as { readonly parent: ts.Node };
  while (ts.isArrayLiteralExpression(parent) || ts.isConditionalExpression(parent)) parent = parent.parent;
  if (ts.isPropertyAssignment(parent)) return /^(name|hasText|hasNotText)$/.test(parent.name.getText());
  return ts.isCallExpression(parent) && FINDS.test(parent.expression.getText());
}

/** A message of a catalog: all that it says whatever it takes, and a pattern of all that it can be. */
export interface SaidMessage {
  readonly literal: string;
  readonly pattern: RegExp;
}

const SLOT = '\u0001';
const WORD = /\p{L}{4,}/u;

/** The parts of a text or a pattern that stand there as they are read. */
function writtenParts(node: ts.Node): string[] {
  if (node.kind !== ts.SyntaxKind.RegularExpressionLiteral) return (textOf(node) ?? '').split('…');
  const source = node.getText().replace(/^\/|\/[a-z]*$/g, '');
  return source.replace(/\\([.?/])/g, '$1').split(/\\[a-z][+*?]*|[.][*+]\??|[\^$|()[\]+]/);
}

/** Whether a text is a message, what a message says, or a part of either of four letters or more. */
function isSaid(node: ts.Node, messages: readonly SaidMessage[]): boolean {
  const text = textOf(node);
  if (text !== null && ts.isStringLiteralLike(node) && messages.some((one) => WORD.test(one.literal) && one.pattern.test(text)))
    return true;
  const parts = writtenParts(node).flatMap((part) => part.split(/: |\. /).map((one) => one.trim().replace(/[:.?!,]+$/, '')));
  return parts.some((part) => WORD.test(part) && messages.some(({ literal }) => holdsWords(literal, part)));
}

/** Whether words stand in a text, none of them inside of a longer one. */
function holdsWords(text: string, words: string): boolean {
  const letter = /[\p{L}\p{N}]/u;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!letter.test(text[at - 1] ?? ' ') && !letter.test(text[at + words.length] ?? ' ')) return true;
  }
  return false;
}

/**
 * Texts of a catalog that a browser test writes out, whole or in part, instead of naming them.
 * @param messages whole ones, and what they can be @param data what a test itself has put on the screen.
 */
export function writtenOut(
  path: string,
  source: string,
  messages: { readonly whole: ReadonlySet<string>; readonly said: readonly SaidMessage[]; readonly data?: ReadonlySet<string> },
): LiteralText[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const found: LiteralText[] = [];
  function look(node: ts.Node): void {
    const isText = textOf(node) !== null || node.kind === ts.SyntaxKind.RegularExpressionLiteral;
    if (isText && isLookedFor(node)) {
      const text = textOf(node) ?? node.getText();
      if (messages.data?.has(text) !== true && (messages.whole.has(text) || isSaid(node, messages.said)))
        found.push({ line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, text });
    }
    ts.forEachChild(node, look);
  }
  look(file);
  return found;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function literalOf(
  elements: readonly MessageFormatElement[],
  of: (literal: string) => string,
  slot: string,
  or: [string, string, string],
): string {
  return elements
    .map((one) => {
      if (one.type === TYPE.literal) return of(one.value);
      if (one.type !== TYPE.plural && one.type !== TYPE.select) return slot;
      const options = Object.values(one.options).map((option) => literalOf(option.value, of, slot, or));
      return or[0] + options.join(or[1]) + or[2];
    })
    .join('');
}

/** What an ICU message says, whatever it takes. */
export function saidMessage(message: string): SaidMessage {
  const elements = parse(message, { ignoreTag: true });
  return {
    literal: literalOf(elements, (literal) => literal, SLOT, [SLOT, SLOT, SLOT]),
    pattern: new RegExp(`^${literalOf(elements, escaped, '.+?', ['(?:', '|', ')'])}$`, 's'),
  };
}

/** The keys that a file names: whole ones, and the beginnings of those that it puts together. */
export function namedKeys(path: string, source: string): { readonly whole: string[]; readonly beginnings: string[] } {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const whole: string[] = [];
  const beginnings: string[] = [];
  function look(node: ts.Node): void {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) whole.push(node.text);
    if (ts.isTemplateExpression(node) && node.head.text.includes('.')) beginnings.push(node.head.text);
    ts.forEachChild(node, look);
  }
  look(file);
  return { whole, beginnings };
}

/** Properties of a style sheet that name a side of the page instead of a side of the line. */
export function sidesNamed(css: string): string[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const properties = [...plain.matchAll(/(?:^|[;{\s])((?:(?:margin|padding|border|scroll-margin)-)?(?:left|right)(?:-[a-z]+)*)\s*:/g)].map(
    ([, name]) => name ?? '',
  );
  const values = [...plain.matchAll(/\b(?:text-align|float|clear)\s*:\s*(?:left|right)\b/g)].map(([text]) => text);
  // The second and the fourth of four are the right and the left side.
  const shorthands = [...plain.matchAll(/\b(?:margin|padding|inset)\s*:\s*[^\s;]+ ([^\s;]+) [^\s;]+ ([^\s;]+)\s*;/g)].filter(
    ([, right, left]) => right !== left,
  );
  return [...properties, ...values, ...shorthands.map(([text]) => text)];
}
