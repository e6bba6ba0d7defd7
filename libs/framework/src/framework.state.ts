import { type StreamDefinition, unreachable } from '@minutier/ledger';

import {
  type Block,
  type FrameworkEvent,
  type FrameworkHeader,
  frameworkTypes,
  type Modality,
} from './framework.events.js';

/** One published version of a framework. */
export interface Framework extends FrameworkHeader {
  readonly blocks: readonly Block[];
  /** From which day no cohort may pin this version; null while one may. */
  readonly retired: { readonly effectiveOn: string } | null;
}

/** A reference to one version of a framework. */
export interface FrameworkReference {
  readonly number: string;
  readonly version: number;
}

/** All the older blocks together give all the newer ones. */
export interface CorrespondenceLink {
  readonly link: number;
  readonly olderBlocks: readonly string[];
  readonly newerBlocks: readonly string[];
}

/** Which blocks of an older framework count for which blocks of one version of this one. */
export interface Correspondence {
  readonly correspondenceId: string;
  readonly version: number;
  readonly older: FrameworkReference;
  readonly links: readonly CorrespondenceLink[];
  /** First day on which it may not be used; null while it may. */
  readonly retiredOn: string | null;
}

/** All versions of one framework, the first first. */
export interface Publications {
  readonly versions: readonly Framework[];
  /** By their ids, retired ones included. */
  readonly correspondences: ReadonlyMap<string, Correspondence>;
}

export const frameworkStream: StreamDefinition<Publications, FrameworkEvent> = {
  category: 'framework',
  initial: { versions: [], correspondences: new Map() },
  types: frameworkTypes,
  evolve(publications, event) {
    const { versions } = publications;
    switch (event.type) {
      case 'FrameworkPublished':
        return { ...publications, versions: [...versions, { ...event.data, blocks: [], retired: null }] };
      case 'BlockPublished': {
        const { number: _number, version: _version, position: _position, ...block } = event.data;
        const published = versions.at(-1)!;
        const blocks = [...published.blocks, block];
        return { ...publications, versions: [...versions.slice(0, -1), { ...published, blocks }] };
      }
      default:
        return unreachable(event);
    }
  },
};

/** A modality with its place in the framework. */
export interface PlacedModality {
  readonly modality: Modality;
  readonly functionCode: string;
  readonly blockCode: string;
}

/** All modality lines of a framework, in the order of the fiche's table. */
export function modalitiesOf(framework: Framework): readonly PlacedModality[] {
  return framework.blocks.flatMap((block) =>
    block.functions.flatMap(({ code, modalities }) =>
      modalities.map((modality) => ({ modality, functionCode: code, blockCode: block.code })),
    ),
  );
}

/** The line with that id; undefined where the fiche has none. */
export function findModality(framework: Framework, id: string): PlacedModality | undefined {
  return modalitiesOf(framework).find(({ modality }) => modality.id === id);
}
