import { found, ReadQuestion, readSlice } from '@minutier/intake';
import { type LogMoment, type Sealed, Views } from '@minutier/ledger';
import {
  awardsOf,
  identitiesOf,
  personFile,
  type PersonFileRow,
  personsReadWith,
  rightsRequestList,
} from '@minutier/person';
import { opened, Vault } from '@minutier/vault';

import { type AuditItem, auditTrail } from '../audit-trail.projection.js';
import { candidacyMentions } from './candidacy-mentions.projection.js';
import { personCandidacies } from './person-candidacies.projection.js';

/** What stands where an id or a text of somebody else was. */
const MASKED = Object.freeze({ masked: true });
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const exportPersonSlice = readSlice('ExportPerson', {
  get: 'persons/:personId/export',
  tag: 'persons',
  summary: 'Tout ce que le registre et le coffre savent d’une personne, sans rien d’un autre candidat (RGPD, art. 15)',
  question: ReadQuestion,
  needs: [Views, Vault],
  async answer({ path: { personId }, question }, views, vault) {
    const asOf = await views.at(question);
    found(await views.get(personFile, personId, asOf));
    const persons = await personsReadWith(views, personId, asOf);
    const own = await ownVault(vault, persons);
    const candidacies = await candidaciesOf(views, persons, asOf);
    const content = {
      persons: await Promise.all(persons.map((id) => personAt(views, vault, id, asOf))),
      candidacies: await opened(own, candidacies),
      awards: await awardsOf(views, own, persons, asOf),
      requests: await opened(own, await requestsOf(views, persons, asOf)),
    };
    const ids = new Set([...persons, ...candidacies.map(({ candidacyId }) => candidacyId)]);
    const masked = (await withoutOthers(content, ids, views, asOf)) as typeof content;
    const incomplete = [auditTrail, personFile, personCandidacies, candidacyMentions].some((one) =>
      views.isIncomplete(one),
    );
    return { personId, ordinal: asOf.ordinal, asOf, incomplete, ...masked };
  },
});

/** The vault, opening these persons' seals and nobody else's. */
async function ownVault(vault: Vault, persons: readonly string[]): Promise<Pick<Vault, 'unseal'>> {
  return {
    async unseal(sealed: Sealed) {
      const owner = await vault.ownerOf(sealed.keyId);
      return owner !== undefined && persons.includes(owner) ? vault.unseal(sealed) : MASKED;
    },
  };
}

/** Who it is, in all versions, how to reach him, and the facts of his own stream. */
async function personAt(views: Views, vault: Vault, personId: string, at: LogMoment) {
  const row = (await views.get(personFile, personId, at))?.row;
  const own = await ownVault(vault, [personId]);
  return {
    personId,
    identities: row ? await identitiesOf(vault, row) : [],
    contact: (await vault.contact(personId)) ?? null,
    ...standingOf(row),
    events: await opened(own, await eventsOf(views, `person-${personId}`, at)),
  };
}

function standingOf(row: PersonFileRow | undefined) {
  const { mergedInto = null, absorbed = [], erasures = [], legalHolds = [] } = row ?? {};
  return { mergedInto, absorbed, erasures, legalHolds: legalHolds.map(({ legalHoldId }) => legalHoldId) };
}

/** Each candidacy with its events, and what streams of groups say of it; seals as they stand. */
async function candidaciesOf(views: Views, persons: readonly string[], at: LogMoment) {
  const rows = await Promise.all(persons.map((personId) => views.find(personCandidacies, { where: { personId } }, at)));
  return Promise.all(
    rows.flat().map(async ({ row: { candidacyId, personId, cohortId } }) => {
      const mentions = await views.find(candidacyMentions, { where: { candidacyId } }, at);
      const elsewhere = await Promise.all(mentions.map(({ row }) => views.get(auditTrail, row.auditKey, at)));
      return {
        candidacyId,
        personId,
        cohortId,
        events: await eventsOf(views, `candidacy-${candidacyId}`, at),
        elsewhere: elsewhere.flatMap((one) => (one ? [told(one.row)] : [])),
      };
    }),
  );
}

async function eventsOf(views: Views, stream: string, at: LogMoment) {
  const rows = await views.find(auditTrail, { where: { stream } }, at);
  return rows.map(({ row }) => told(row));
}

/** An event as its person is told it: who did it is said by role. */
function told({ id, type, version, stream, revision, ordinal, recordedAt, occurredAt, actor, data }: AuditItem) {
  return { id, type, version, stream, revision, ordinal, recordedAt, occurredAt, by: actor.role, data };
}

async function requestsOf(views: Views, persons: readonly string[], at: LogMoment) {
  const rows = await Promise.all(
    persons.map((personId) => views.find(rightsRequestList, { where: { personId }, orderBy: 'received' }, at)),
  );
  return rows.flat().map(({ row }) => row);
}

/** A copy in which the ids of other candidates, and of their candidacies, are masked wherever they stand. */
async function withoutOthers(value: unknown, own: ReadonlySet<string>, views: Views, at: LogMoment): Promise<unknown> {
  if (typeof value === 'string')
    return UUID.test(value) && !own.has(value) && (await isCandidate(value, views, at)) ? MASKED : value;
  if (Array.isArray(value)) return Promise.all(value.map((one: unknown) => withoutOthers(one, own, views, at)));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(async ([name, member]) => [
    name,
    await withoutOthers(member, own, views, at),
  ]);
  return Object.fromEntries((await Promise.all(members)) as [string, unknown][]);
}

async function isCandidate(id: string, views: Views, at: LogMoment): Promise<boolean> {
  if (await views.get(personCandidacies, id, at)) return true;
  return (await views.find(personCandidacies, { where: { personId: id }, limit: 1 }, at)).length > 0;
}
