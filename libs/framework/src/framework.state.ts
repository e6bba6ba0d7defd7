import { type StreamDefinition, unreachable } from '@minutier/ledger';

import type { FrameworkRetired, FrameworkSucceeded, RegistrationChanged } from './framework-changes.events.js';
import {
  type Block,
  type FrameworkEvent,
  type FrameworkHeader,
  frameworkTypes,
  type Modality,
} from './framework.events.js';
import { type FrameworkReference, isSameFramework } from './framework-reference.js';

/** One published version of a framework. */
export interface Framework extends FrameworkHeader {
  readonly blocks: readonly Block[];
  /** From which day no cohort may pin this version; null while one may. */
  readonly retired: Pick<FrameworkRetired['data'], 'effectiveOn'> | null;
}

/** Until when the title lives: said of the number, whatever the version. */
export type RegistrationNow = Pick<RegistrationChanged['data'], 'validUntil' | 'deliverableUntil'>;

/** What replaces a version, under another number. */
export type Successor = Pick<FrameworkSucceeded['data'], 'version' | 'successor' | 'effectiveOn' | 'document'>;

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

/** One framework: all its versions, the first first, and what became of it. */
export interface Publications {
  readonly versions: readonly Framework[];
  /** The registration in force: of the last change, or else of the last version; null where nothing is published. */
  readonly registrationNow: RegistrationNow | null;
  /** Changes of the registration by order, the first first. */
  readonly registrationChanges: readonly RegistrationChanged['data'][];
  readonly successors: readonly Successor[];
  /** By their ids, retired ones included. */
  readonly correspondences: ReadonlyMap<string, Correspondence>;
}

export const frameworkStream: StreamDefinition<Publications, FrameworkEvent> = {
  category: 'framework',
  initial: {
    versions: [],
    registrationNow: null,
    registrationChanges: [],
    successors: [],
    correspondences: new Map(),
  },
  types: frameworkTypes,
  evolve(publications, event) {
    const { versions, successors } = publications;
    switch (event.type) {
      case 'FrameworkPublished':
        return {
          ...publications,
          versions: [...versions, { ...event.data, blocks: [], retired: null }],
          // A later reading of the fiche mends a date that was misread, but undoes no order.
          registrationNow:
            publications.registrationChanges.length > 0 ? publications.registrationNow : until(event.data.registration),
        };
      case 'BlockPublished': {
        const { number: _number, version: _version, position: _position, ...block } = event.data;
        const published = versions.at(-1)!;
        const blocks = [...published.blocks, block];
        return { ...publications, versions: [...versions.slice(0, -1), { ...published, blocks }] };
      }
      case 'FrameworkRetired': {
        const { version, effectiveOn } = event.data;
        return { ...publications, versions: retiring(versions, version, { effectiveOn }) };
      }
      case 'FrameworkReinstated':
        return { ...publications, versions: retiring(versions, event.data.version, null) };
      case 'RegistrationChanged':
        return {
          ...publications,
          registrationNow: until(event.data),
          registrationChanges: [...publications.registrationChanges, event.data],
        };
      case 'FrameworkSucceeded': {
        const { version, successor, effectiveOn, document } = event.data;
        return { ...publications, successors: [...successors, { version, successor, effectiveOn, document }] };
      }
      case 'FrameworkSuccessionWithdrawn': {
        const { version, successor } = event.data;
        return { ...publications, successors: successors.filter((one) => !isNamed(one, version, successor)) };
      }
      case 'CorrespondenceAdopted': {
        const { correspondenceId, version, older } = event.data;
        return corresponding(publications, { correspondenceId, version, older, links: [], retiredOn: null });
      }
      case 'CorrespondenceLinkAdopted': {
        const { correspondenceId, link, olderBlocks, newerBlocks } = event.data;
        const adopted = publications.correspondences.get(correspondenceId)!;
        const links = [...adopted.links, { link, olderBlocks, newerBlocks }];
        return corresponding(publications, { ...adopted, links });
      }
      case 'CorrespondenceRetired': {
        const { correspondenceId, effectiveOn: retiredOn } = event.data;
        return corresponding(publications, { ...publications.correspondences.get(correspondenceId)!, retiredOn });
      }
      default:
        return unreachable(event);
    }
  },
};

function until({ validUntil, deliverableUntil }: RegistrationNow): RegistrationNow {
  return { validUntil, deliverableUntil };
}

function retiring(
  versions: readonly Framework[],
  version: number,
  retired: Framework['retired'],
): readonly Framework[] {
  return versions.map((one) => (one.version === version ? { ...one, retired } : one));
}

function corresponding(publications: Publications, one: Correspondence): Publications {
  return { ...publications, correspondences: new Map(publications.correspondences).set(one.correspondenceId, one) };
}

/** Whether that successor of that version stands. */
export function isNamed(named: Successor, version: number, successor: FrameworkReference): boolean {
  return named.version === version && isSameFramework(named.successor, successor);
}

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
