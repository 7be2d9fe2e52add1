import ts from 'typescript';

/** One small change of a source file that some test ought to notice. */
export interface Mutant {
  readonly id: number;
  readonly file: string;
  /** Where it begins; lines from 1. */
  readonly line: number;
  /** The text of that line, without the space around it. */
  readonly source: string;
  /** What becomes of it, as `a < b → a <= b`. */
  readonly change: string;
  /** Where in the file, as offsets of characters. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

type Found = Pick<Mutant, 'start' | 'end' | 'replacement'>;

const COMPARISONS: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.LessThanToken]: '<=',
  [ts.SyntaxKind.LessThanEqualsToken]: '<',
  [ts.SyntaxKind.GreaterThanToken]: '>=',
  [ts.SyntaxKind.GreaterThanEqualsToken]: '>',
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: '!==',
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: '===',
  [ts.SyntaxKind.AmpersandAmpersandToken]: '||',
  [ts.SyntaxKind.BarBarToken]: '&&',
  [ts.SyntaxKind.MinusToken]: '+',
  [ts.SyntaxKind.AsteriskToken]: '/',
  [ts.SyntaxKind.SlashToken]: '*',
};

/** Links of a chain without which it gives something of the same kind. */
const OMITTED_CALLS = new Set(['filter', 'sort', 'reverse', 'slice', 'trim', 'toSorted']);

const isText = (node: ts.Node): boolean => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

function operator(node: ts.BinaryExpression): string | undefined {
  if (node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return COMPARISONS[node.operatorToken.kind];
  // A text that is put together has no difference.
  return isText(node.left) || isText(node.right) ? undefined : '-';
}

/** What the description of the API tells its readers; a test of it would only say it twice. */
function isProse(node: ts.Node): boolean {
  for (let at: ts.Node = node; ts.isExpression(at); at = at.parent) {
    if (ts.isPropertyAssignment(at.parent)) return ['summary', 'description'].includes(at.parent.name.getText());
  }
  return false;
}

/** Names, labels and modules are no values: another text there would not even run. */
function isValue(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent)) return parent.name !== node;
  if (ts.isBindingElement(parent)) return parent.propertyName !== node;
  return !(
    ts.isImportDeclaration(parent) ||
    ts.isExportDeclaration(parent) ||
    ts.isJsxAttribute(parent) ||
    ts.isTaggedTemplateExpression(parent) ||
    ts.isEnumMember(parent) ||
    (ts.isExpressionStatement(parent) && isText(node))
  );
}

function ofLiteral(node: ts.Expression): string | undefined {
  if (!isValue(node) || (isText(node) && isProse(node))) return undefined;
  if (node.kind === ts.SyntaxKind.TrueKeyword) return 'false';
  if (node.kind === ts.SyntaxKind.FalseKeyword) return 'true';
  if (ts.isNumericLiteral(node)) return `${node.text} + 1`;
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text === '' ? "'mutated'" : "''";
  return undefined;
}

function ofCall(node: ts.CallExpression): string | undefined {
  const callee = node.expression;
  // Within `a?.b.c` a part of the chain cannot be replaced alone.
  if (ts.isOptionalChain(node) || !ts.isPropertyAccessExpression(callee) || ts.isOptionalChain(callee)) return undefined;
  return OMITTED_CALLS.has(callee.name.text) ? callee.expression.getText() : undefined;
}

function isCall(node: ts.Expression): boolean {
  if (ts.isAwaitExpression(node) || ts.isVoidExpression(node)) return isCall(node.expression);
  return ts.isCallExpression(node);
}

/** The expressions that decide whether something happens. */
function conditionOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isIfStatement(node)) return node.expression;
  if (ts.isConditionalExpression(node) || ts.isForStatement(node)) return node.condition;
  return ts.isWhileStatement(node) || ts.isDoStatement(node) ? node.expression : undefined;
}

function mutationsOf(node: ts.Node): Found[] {
  const found: Found[] = [];
  const replace = (target: ts.Node, ...replacements: (string | undefined)[]): void => {
    for (const replacement of replacements) {
      if (replacement !== undefined) found.push({ start: target.getStart(), end: target.end, replacement });
    }
  };
  const condition = conditionOf(node);
  if (condition !== undefined) {
    // A loop for ever says nothing that an endless one does not.
    if (ts.isIfStatement(node) || ts.isConditionalExpression(node)) replace(condition, 'true', 'false');
    else if (condition.kind !== ts.SyntaxKind.TrueKeyword) replace(condition, 'false');
  }
  if (ts.isBinaryExpression(node)) {
    const other = operator(node);
    if (other !== undefined) replace(node, `${node.left.getText()} ${other} ${node.right.getText()}`);
    if (node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) replace(node, node.right.getText());
  }
  if (ts.isPrefixUnaryExpression(node)) {
    const isSign = node.operator === ts.SyntaxKind.ExclamationToken || node.operator === ts.SyntaxKind.MinusToken;
    if (isSign) replace(node, node.operand.getText());
  }
  if (ts.isExpressionStatement(node) && isCall(node.expression)) replace(node.expression, 'undefined');
  if (ts.isReturnStatement(node) && node.expression !== undefined && node.expression.getText() !== 'undefined') {
    replace(node.expression, 'undefined');
  }
  if (ts.isCallExpression(node)) replace(node, ofCall(node));
  if (ts.isExpression(node)) replace(node, ofLiteral(node));
  return found;
}

const short = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 70 ? `${line.slice(0, 67)}…` : line;
};

/**
 * Finds what can be changed in a file: conditions, comparisons, arithmetic, truth values, constants, calls that are left
 * out and values that are not returned. Inner changes come after those around them.
 * @param firstId the number of the first one.
 */
export function findMutants(file: string, text: string, firstId = 1): Mutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const lines = text.split('\n');
  const found: Found[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isModuleDeclaration(node)) return;
    found.push(...mutationsOf(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.map((one, index) => {
    const line = source.getLineAndCharacterOfPosition(one.start).line;
    const change = `${short(text.slice(one.start, one.end))} → ${short(one.replacement)}`;
    return { ...one, id: firstId + index, file, line: line + 1, source: (lines[line] ?? '').trim(), change };
  });
}
