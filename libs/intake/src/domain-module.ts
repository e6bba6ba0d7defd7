import type { Provider, Type } from '@nestjs/common';

import type { DomainEvent, Projection, Reaction, StreamDefinition } from '@minutier/ledger';

/** One slice's wiring: its controller (null for a command that only reactions give), then its handlers. */
export type Slice = readonly [controller: Type | null, ...handlers: Provider[]];

/** What a domain library brings to the applications: one line per slice. */
export interface DomainModule {
  readonly name: string;
  readonly streams: readonly Pick<StreamDefinition<unknown, DomainEvent>, 'category' | 'types'>[];
  readonly projections: readonly Projection[];
  readonly reactions: readonly Reaction[];
  readonly controllers: readonly Type[];
  readonly providers: readonly Provider[];
}

/** Declares a domain library. */
export function domainModule({
  slices,
  ...parts
}: Omit<DomainModule, 'controllers' | 'providers'> & { readonly slices: readonly Slice[] }): DomainModule {
  return {
    ...parts,
    controllers: slices.flatMap(([controller]) => (controller ? [controller] : [])),
    providers: slices.flatMap(([, ...handlers]) => handlers),
  };
}
