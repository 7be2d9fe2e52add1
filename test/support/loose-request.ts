import { definitionOfType, type OperationRequest, type OperationType } from '../../domain/registry/operations.ts';

/** A request whose payload may leave out what version 3 added: tests say what they are about. */
export interface LooseRequest<T extends OperationType = OperationType> {
  readonly type: T;
  readonly payload: object;
}

/** Completes a request with what version 3 added, as an upgrade from version 2 does; one that is complete stays as it is. */
export function complete<T extends OperationType>({ type, payload }: LooseRequest<T>): Extract<OperationRequest, { type: T }> {
  return { type, payload: definitionOfType(type)?.upgrade(payload, 2) ?? payload } as unknown as Extract<OperationRequest, { type: T }>;
}
