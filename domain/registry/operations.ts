import { OPERATIONS } from './registry.ts';
import { z } from 'zod';
import type { OperationDefinition, RecordedBy, RequestedBy } from '../base/define-operation.ts';

type Definition = (typeof OPERATIONS)[number];

/** An operation: one immutable document about one thing that a person did in a store. */
export type Operation = RecordedBy<Definition>;
export type OperationType = Operation['type'];
export type OperationOf<T extends OperationType> = Extract<Operation, { type: T }>;
/** What a person did, before the journal gives it its place: a type and its payload. */
export type OperationRequest = RequestedBy<Definition>;

const byType: ReadonlyMap<string, OperationDefinition> = new Map(
  (OPERATIONS as readonly OperationDefinition[]).map((definition) => [definition.type, definition]),
);

/** The definition of a type; undefined for one that a newer version made. */
export function definitionOfType(type: string): OperationDefinition | undefined {
  return byType.get(type);
}

/** The definition of an operation. */
export function definitionOf(operation: Operation): OperationDefinition {
  const definition = byType.get(operation.type);
  if (definition === undefined) throw new TypeError(`${operation.type} is no type of operation.`);
  return definition;
}

const [first, ...others] = (OPERATIONS as readonly OperationDefinition[]).map((definition) => definition.schema);
if (first === undefined) throw new TypeError('There are no operations.');

/** Reads an operation of today. */
export const operation = z.discriminatedUnion('type', [first, ...others]) as unknown as z.ZodType<Operation>;

/** The types that number a receipt (rule J7). */
export const RECEIPT_TYPES: readonly string[] = OPERATIONS.filter((definition) => definition.numbersReceipt).map(({ type }) => type);
