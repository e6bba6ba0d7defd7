import { type Cohort, cohortStream } from '@minutier/cohort';
import { type Framework, frameworkStream, type Publications, type Rules, rulesStream } from '@minutier/framework';
import type { Ledger } from '@minutier/ledger';
import type { Vault } from '@minutier/vault';

import { candidacyStream } from './candidacy.state.js';

/** What a candidacy's cohort is pinned to; nothing for a candidacy that does not exist: the decision refuses it first. */
export interface Pins {
  readonly cohort: Cohort;
  readonly framework: Framework | undefined;
  /** The whole life of that framework, correspondences included. */
  readonly publications: Publications;
  readonly rules: Rules | undefined;
}

/** Reads the pins of a candidacy's cohort from the streams themselves: no read model is asked. */
export async function pinsOf(ledger: Ledger, candidacyId: string): Promise<Pins> {
  const { state: candidacy } = await ledger.load(candidacyStream, candidacyId);
  const nothing = { cohort: cohortStream.initial, publications: frameworkStream.initial };
  if (candidacy.status === 'absent') return { ...nothing, framework: undefined, rules: undefined };
  const { state: cohort } = await ledger.load(cohortStream, candidacy.cohortId);
  if (cohort.status === 'absent') return { ...nothing, framework: undefined, rules: undefined };
  const { state: publications } = await ledger.load(frameworkStream, cohort.framework.number);
  const { state: adoptions } = await ledger.load(rulesStream, cohort.rules.id);
  return {
    cohort,
    publications,
    framework: publications.versions[cohort.framework.version - 1],
    rules: adoptions.versions[cohort.rules.version - 1],
  };
}

/** Of these persons of the institution, those whom the vault does not know. */
export async function unknownPersons(vault: Vault, persons: readonly string[]): Promise<ReadonlySet<string>> {
  const known = await Promise.all(persons.map((id) => vault.actor(id)));
  return new Set(persons.filter((_, index) => known[index] === undefined));
}
