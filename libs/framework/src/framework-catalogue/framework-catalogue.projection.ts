import { defineProjection } from '@minutier/ledger';

import type { FrameworkEvent } from '../framework.events.js';
import { frameworkStream, type Framework, type Publications } from '../framework.state.js';

/** One row per framework: all its versions, each with its blocks, functions and modalities. */
export const frameworkCatalogue = defineProjection<Pick<Publications, 'versions'> & { readonly number: string }>({
  name: 'framework_catalogue',
  version: 1,
  reads: ['FrameworkPublished', 'BlockPublished'],
  columns: { number: 'text' },
  indexed: ({ number }) => ({ number }),
  keysOf: (event) => [(event.data as { number: string }).number],
  partitionOf: (event) => (event.data as { number: string }).number,
  project(row, event, number) {
    const before = { ...frameworkStream.initial, ...row };
    const { versions } = frameworkStream.evolve(before, event as unknown as FrameworkEvent);
    return { number, versions };
  },
});

/** A framework as answered: the latest version, and which versions there are. */
export interface FrameworkAnswer extends Framework {
  readonly versions: readonly number[];
}

/** The version asked for, or the latest. */
export function frameworkAnswer(
  { versions }: Pick<Publications, 'versions'>,
  version?: number,
): FrameworkAnswer | undefined {
  const published = version === undefined ? versions.at(-1) : versions[version - 1];
  return published && { ...published, versions: versions.map((one) => one.version) };
}
