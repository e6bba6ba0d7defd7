import type { FrameworkReference } from '@minutier/framework';
import { type KeyClass, type StreamDefinition, unreachable } from '@minutier/ledger';

import type { DataRequestReceived } from './rights.events.js';
import { type IdentityRecorded, type PersonEvent, personTypes } from './person.events.js';

/** A block that the person holds for life, or held: nothing is held by an award that is annulled. */
export interface Award {
  readonly awardId: string;
  readonly framework: FrameworkReference;
  readonly block: string;
  readonly obtainedOn: string;
  readonly annulled: boolean;
}

/** An erasure that was decided; carried out once its keys are destroyed. */
export interface Erasure {
  readonly classes: readonly KeyClass[];
  readonly carriedOut: boolean;
}

/** What may not be destroyed, and until which day: null, until it is lifted. */
export interface LegalHold {
  readonly classes: readonly KeyClass[];
  readonly until: string | null;
  readonly lifted: boolean;
}

/** A request of the person under the data-protection law. */
export interface RightsRequest {
  readonly right: DataRequestReceived['data']['right'];
  readonly receivedOn: string;
  readonly dueBy: string;
  readonly answered: boolean;
}

/** What a person's stream says whether or not an identity is recorded: persons of the institution may have none. */
interface Standing {
  /** The survivor for whom this file was a second one; null while it is a person's own. */
  readonly mergedInto: string | null;
  readonly absorbed: ReadonlySet<string>;
  readonly awards: ReadonlyMap<string, Award>;
  readonly erasures: ReadonlyMap<string, Erasure>;
  readonly legalHolds: ReadonlyMap<string, LegalHold>;
  readonly requests: ReadonlyMap<string, RightsRequest>;
}

/** A person as the ledger knows them, by an id and commitments, never by name; `absent` while no identity is recorded. */
export type Person = Standing &
  ({ readonly status: 'absent' } | ({ readonly status: 'known' } & IdentityRecorded['data']));

const INITIAL: Person = {
  status: 'absent',
  mergedInto: null,
  absorbed: new Set(),
  awards: new Map(),
  erasures: new Map(),
  legalHolds: new Map(),
  requests: new Map(),
};

export const personStream: StreamDefinition<Person, PersonEvent> = {
  category: 'person',
  initial: INITIAL,
  types: personTypes,
  evolve,
  personOf: (state) => (state.status === 'known' ? state.personId : undefined),
};

function evolve(person: Person, event: PersonEvent): Person {
  switch (event.type) {
    case 'IdentityRecorded':
      return { ...person, status: 'known', ...event.data };
    case 'IdentityCorrected': {
      const { identityVersion, commitment } = event.data;
      return person.status === 'known' ? { ...person, identityVersion, commitment } : person;
    }
    case 'LegacyBlockRegistered': {
      const { awardId, framework, block, obtainedOn } = event.data;
      const award = { awardId, framework, block, obtainedOn, annulled: false };
      return { ...person, awards: having(person.awards, awardId, award) };
    }
    case 'LegacyBlockWithdrawn':
      return { ...person, awards: changed(person.awards, event.data.awardId, { annulled: true }) };
    case 'PersonMergedInto':
      return { ...person, mergedInto: event.data.survivorId };
    case 'MergeReportedRefused':
      // An undoing that the survivor refused finds nothing merged here: there is nothing to go back to.
      return person.mergedInto === event.data.survivorId ? { ...person, mergedInto: null } : person;
    case 'MergeUndone':
      return { ...person, mergedInto: null };
    case 'PersonAbsorbed':
      return { ...person, absorbed: new Set([...person.absorbed, event.data.absorbedId]) };
    case 'AbsorptionUndone':
      return { ...person, absorbed: new Set([...person.absorbed].filter((id) => id !== event.data.absorbedId)) };
    case 'AbsorptionRefused':
      return person;
    case 'ErasureDecided':
    case 'KeysDestroyed':
    case 'LegalHoldPlaced':
    case 'LegalHoldLifted':
      return { ...person, ...erasing(person, event) };
    case 'DataRequestReceived': {
      const { requestId, right, receivedOn, dueBy } = event.data;
      return { ...person, requests: having(person.requests, requestId, { right, receivedOn, dueBy, answered: false }) };
    }
    case 'DataRequestExtended':
      return { ...person, requests: changed(person.requests, event.data.requestId, { dueBy: event.data.dueBy }) };
    case 'DataRequestAnswered':
      return { ...person, requests: changed(person.requests, event.data.requestId, { answered: true }) };
    default:
      return unreachable(event);
  }
}

type ErasingEvent = Extract<PersonEvent, { type: 'ErasureDecided' | 'KeysDestroyed' | `LegalHold${string}` }>;

function erasing({ erasures, legalHolds }: Standing, event: ErasingEvent): Partial<Standing> {
  switch (event.type) {
    case 'ErasureDecided': {
      const { erasureId, classes } = event.data;
      return { erasures: having(erasures, erasureId, { classes, carriedOut: false }) };
    }
    case 'KeysDestroyed':
      return { erasures: changed(erasures, event.data.erasureId, { carriedOut: true }) };
    case 'LegalHoldPlaced': {
      const { legalHoldId, classes, until } = event.data;
      return { legalHolds: having(legalHolds, legalHoldId, { classes, until, lifted: false }) };
    }
    case 'LegalHoldLifted':
      return { legalHolds: changed(legalHolds, event.data.legalHoldId, { lifted: true }) };
    default:
      return unreachable(event);
  }
}

function having<Value>(map: ReadonlyMap<string, Value>, key: string, value: Value): ReadonlyMap<string, Value> {
  return new Map(map).set(key, value);
}

function changed<Value>(
  map: ReadonlyMap<string, Value>,
  key: string,
  changes: Partial<Value>,
): ReadonlyMap<string, Value> {
  const standing = map.get(key);
  return standing ? having(map, key, { ...standing, ...changes }) : map;
}

/** Whether the person's data of that class are let go: decided for good, the keys destroyed or about to be. */
export function isErased({ erasures }: Person, keyClass: KeyClass): boolean {
  return [...erasures.values()].some(({ classes }) => classes.includes(keyClass));
}

/** Whether an erasure is decided and not carried out: of one of these classes, or of any. */
export function isErasurePending({ erasures }: Person, classes?: readonly KeyClass[]): boolean {
  return [...erasures.values()].some(
    (erasure) => !erasure.carriedOut && (!classes || erasure.classes.some((one) => classes.includes(one))),
  );
}

/** Whether a legal hold covers that class on that day; a hold with a last day ends with it. */
export function isHeld({ legalHolds }: Person, keyClass: KeyClass, today: string): boolean {
  return [...legalHolds.values()].some(
    ({ classes, until, lifted }) => !lifted && (until === null || until >= today) && classes.includes(keyClass),
  );
}
