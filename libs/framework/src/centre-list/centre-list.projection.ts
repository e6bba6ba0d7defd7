import { defineProjection, splitStreamName } from '@minutier/ledger';

import { CENTRE_SCOPES, type CentreEvent, type CentreScope, centreTypes } from '../centre.events.js';
import { centreStream, isEntitled, type RegisteredCentre } from '../centre.state.js';

/** One row per centre, with every entitlement that it ever had. */
export const centreList = defineProjection<RegisteredCentre>({
  name: 'centre_list',
  version: 1,
  reads: Object.keys(centreTypes),
  columns: { code: 'text' },
  indexed: ({ code }) => ({ code }),
  keysOf: ({ stream }) => [splitStreamName(stream).id],
  partitionOf: ({ stream }) => splitStreamName(stream).id,
  project(row, event) {
    const centre = centreStream.evolve(row ?? centreStream.initial, event as unknown as CentreEvent);
    return centre.status === 'registered' ? centre : null;
  },
});

/** What a centre may do for a framework on a day. */
export type MayDo = { readonly number: string } & Readonly<Record<CentreScope, boolean>>;

/** For each framework that it ever had to do with, whether a centre may prepare for it and evaluate it on a day. */
export function entitlementsOn(centre: RegisteredCentre, day: string): MayDo[] {
  const numbers = [...new Set(centre.habilitations.map(({ number }) => number))].sort();
  return numbers.map((number) => {
    const [prepare, evaluate] = CENTRE_SCOPES.map((scope) => isEntitled(centre, { number, scope, day }));
    return { number, prepare: prepare!, evaluate: evaluate! };
  });
}
