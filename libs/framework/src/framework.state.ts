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
}

/** A reference to one version of a framework. */
export interface FrameworkReference {
  readonly number: string;
  readonly version: number;
}

/** All versions of one framework, the first first. */
export interface Publications {
  readonly versions: readonly Framework[];
}

export const frameworkStream: StreamDefinition<Publications, FrameworkEvent> = {
  category: 'framework',
  initial: { versions: [] },
  types: frameworkTypes,
  evolve({ versions }, event) {
    switch (event.type) {
      case 'FrameworkPublished':
        return { versions: [...versions, { ...event.data, blocks: [] }] };
      case 'BlockPublished': {
        const { number: _number, version: _version, position: _position, ...block } = event.data;
        const published = versions.at(-1)!;
        return { versions: [...versions.slice(0, -1), { ...published, blocks: [...published.blocks, block] }] };
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
