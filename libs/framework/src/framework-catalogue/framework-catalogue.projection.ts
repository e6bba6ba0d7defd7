import { defineProjection, splitStreamName } from '@minutier/ledger';

import { type FrameworkEvent, frameworkTypes } from '../framework.events.js';
import { type Correspondence, type Framework, frameworkStream, type Publications } from '../framework.state.js';

/** A framework as a row: correspondences in a list, since a row is JSON. */
interface FrameworkRow extends Omit<Publications, 'correspondences'> {
  readonly number: string;
  readonly correspondences: readonly Correspondence[];
}

/** One row per framework: all its versions, each with its blocks, functions and modalities, and what became of it. */
export const frameworkCatalogue = defineProjection<FrameworkRow>({
  name: 'framework_catalogue',
  version: 2,
  reads: Object.keys(frameworkTypes),
  columns: { number: 'text' },
  indexed: ({ number }) => ({ number }),
  keysOf: ({ stream }) => [splitStreamName(stream).id],
  partitionOf: ({ stream }) => splitStreamName(stream).id,
  project(row, event, number) {
    const before = row
      ? { ...row, correspondences: new Map(row.correspondences.map((one) => [one.correspondenceId, one])) }
      : frameworkStream.initial;
    const { correspondences, ...after } = frameworkStream.evolve(before, event as unknown as FrameworkEvent);
    return { ...after, number, correspondences: [...correspondences.values()] };
  },
});

/** A framework as answered: the version asked for, which versions there are, and what became of it since. */
export interface FrameworkAnswer extends Framework, Omit<FrameworkRow, 'number' | 'versions'> {
  readonly versions: readonly number[];
  readonly retirements: readonly { readonly version: number; readonly effectiveOn: string }[];
}

/** The version asked for, or the latest. */
export function frameworkAnswer({ versions, ...became }: FrameworkRow, version?: number): FrameworkAnswer | undefined {
  const published = version === undefined ? versions.at(-1) : versions[version - 1];
  return (
    published && {
      ...became,
      ...published,
      versions: versions.map((one) => one.version),
      retirements: versions.flatMap(({ version: one, retired }) => (retired ? [{ version: one, ...retired }] : [])),
    }
  );
}
