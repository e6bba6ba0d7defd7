import { Inject, type Type } from '@nestjs/common';

/** A class by which Nest provides something; its constructor may be private. */
export type Needed = { readonly prototype: unknown };

/** What Nest provides for a list of classes, in their order. */
export type InstancesOf<Needs extends readonly Needed[]> = {
  [Index in keyof Needs]: Needs[Index] extends { readonly prototype: infer Instance } ? Instance : never;
};

/** Has Nest construct a class with what these stand for, in their order. */
export function needing(needs: readonly Needed[], type: object): void {
  for (const [index, token] of needs.entries()) Inject(token as Type)(type, undefined, index);
}

/** Gives a class the name by which logs, the bus and the API's description know it. */
export function named(type: object, name: string): Type {
  return Object.defineProperty(type, 'name', { value: name }) as Type;
}
