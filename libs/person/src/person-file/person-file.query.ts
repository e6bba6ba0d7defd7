import { found, ReadQuestion, readSlice } from '@minutier/intake';
import { type LogMoment, Views } from '@minutier/ledger';
import { type Erased, type Identity, opened, Vault } from '@minutier/vault';

import { personStream } from '../person.state.js';
import { type IdentityVersionRow, personFile, type PersonFileRow } from './person-file.projection.js';

/** A version of an identity with what it says, joined from the vault. */
export type ShownIdentity = IdentityVersionRow & { readonly identity: Identity | Erased | null };

/** A person: who it is, who it was, who answers. */
export interface PersonFile extends Omit<PersonFileRow, 'versions'> {
  /** Revision of the person's stream: its ETag. */
  readonly revision: number;
  /** What the last version says. */
  readonly identity: Identity | Erased | null;
  readonly versions: readonly ShownIdentity[];
  /** Who answers for this person in the end; null while it is the person itself. */
  readonly survivorId: string | null;
  readonly asOf: LogMoment;
  readonly incomplete: boolean;
}

export const showPersonSlice = readSlice('ShowPerson', {
  get: 'persons/:personId',
  tag: 'persons',
  summary: 'Une personne : toutes les versions de son identité, jointes du coffre, et qui répond d’elle',
  question: ReadQuestion,
  needs: [Views, Vault],
  revision: (file: PersonFile) => file.revision,
  async answer({ path: { personId }, question }, views, vault): Promise<PersonFile> {
    const asOf = await views.at(question);
    const { row } = found(await views.get(personFile, personId, asOf));
    const versions = await identitiesOf(vault, row);
    const [survivorId] = await personsReadWith(views, personId, asOf);
    return {
      ...(await opened(vault, row)),
      revision: await views.revisionOf(personStream, personId, asOf),
      identity: versions.at(-1)?.identity ?? null,
      versions,
      survivorId: survivorId === personId ? null : survivorId!,
      asOf,
      incomplete: views.isIncomplete(personFile, personId),
    };
  },
});

/** The versions of a person's identity, each as the vault keeps what the event committed to. */
export function identitiesOf(vault: Vault, { personId, versions }: PersonFileRow): Promise<readonly ShownIdentity[]> {
  return Promise.all(
    versions.map(async (version) => {
      const { identityVersion, commitment } = version;
      const identity = (await vault.identity(personId, identityVersion, commitment)) ?? null;
      return { ...(await opened(vault, version)), identity };
    }),
  );
}

/** The identity as it was recorded at that moment, whatever was corrected since; null where none was. */
export async function identityAt(
  views: Views,
  vault: Vault,
  personId: string,
  at: LogMoment,
): Promise<Identity | Erased | null> {
  const last = (await views.get(personFile, personId, at))?.row.versions.at(-1);
  return (last && (await vault.identity(personId, last.identityVersion, last.commitment))) ?? null;
}

/** The ids under which one human being is read: the last survivor's first, then everybody absorbed in the end. */
export async function personsReadWith(views: Views, personId: string, at: LogMoment): Promise<readonly string[]> {
  const rowOf = async (id: string) => (await views.get(personFile, id, at))?.row;
  const climbed = new Set([personId]);
  let survivorId = personId;
  for (let next = (await rowOf(personId))?.mergedInto; next && !climbed.has(next);) {
    climbed.add(next);
    survivorId = next;
    next = (await rowOf(next))?.mergedInto;
  }
  const together = new Set([survivorId, ...climbed]);
  for (const id of together) for (const absorbed of (await rowOf(id))?.absorbed ?? []) together.add(absorbed);
  return [...together];
}
