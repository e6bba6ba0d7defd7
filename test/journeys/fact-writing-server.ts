/**
 * Serves a ledger into which a journey may also write facts as they stand: what a story or a task has to tell may come
 * from a part of the product that the journey is not about. Types that no stream declares are declared here.
 */
import { randomUUID } from 'node:crypto';

import { configurationFrom, DOMAIN, startServer } from '../../apps/api/src/index.js';
import type { DomainModule } from '@minutier/intake';
import { eventId, type NewEvent, sealId, type StreamName } from '@minutier/ledger';

/** Facts of one append. A value `{ seal, person }` is sealed under that person's key. */
interface Written {
  readonly stream: string;
  readonly actor: string;
  readonly role: string;
  readonly facts: readonly { readonly type: string; readonly data: object }[];
}

const SHOWN_MAX_MS = 10_000;

const FOREIGN = {
  centre: ['CentreRegistered', 'HabilitationGranted', 'HabilitationSuspended', 'HabilitationWithdrawn'],
  person: [
    'AwardAnnulled',
    'LegacyBlockRegistered',
    'LegacyBlockWithdrawn',
    'DataRequestReceived',
    'DataRequestAnswered',
  ],
  marksheet: ['MarkSheetAccepted', 'SheetLineAccepted', 'SheetLineReportedRefused', 'SheetLineSettled'],
  reattribution: [
    'ReattributionDecided',
    'ReattributionMoveDecided',
    'ReattributionReportedRefused',
    'ReattributionSettled',
  ],
  groupwork: ['GroupWorkLineSettled'],
};
const declared = new Set(DOMAIN.flatMap(({ streams }) => streams.flatMap(({ types }) => Object.keys(types))));
const streams = Object.entries(FOREIGN).map(([category, types]) => ({
  category,
  types: Object.fromEntries(types.filter((type) => !declared.has(type)).map((type) => [type, { version: 1 }])),
}));
(DOMAIN as DomainModule[]).push({
  name: 'foreign',
  streams,
  projections: [],
  reactions: [],
  controllers: [],
  providers: [],
});

const server = await startServer(configurationFrom(process.env));
const { store, vault, founding, clock, runner, readStore } = server.opened;

async function sealedIn(value: unknown, stream: string, commandId: string, path = ''): Promise<unknown> {
  if (typeof value !== 'object' || value === null) return value;
  if ('seal' in value && 'person' in value)
    return vault.seal(value.person as string, 'appraisal', sealId(stream, commandId, path), value.seal);
  if (Array.isArray(value))
    return Promise.all(value.map((one, index) => sealedIn(one, stream, commandId, `${path}/${index}`)));
  const members = Object.entries(value).map(
    async ([key, member]) => [key, await sealedIn(member, stream, commandId, `${path}/${key}`)] as const,
  );
  return Object.fromEntries(await Promise.all(members));
}

async function write({ stream, actor, role, facts }: Written): Promise<string> {
  const commandId = randomUUID();
  const meta = {
    commandId,
    commandDigest: '0'.repeat(64),
    correlationId: commandId,
    causationId: commandId,
    actor: { id: actor, role, authentication: 'none' as const },
    recordedAt: clock.now(),
    ledger: founding.ledgerId,
  };
  const events: NewEvent[] = [];
  for (const [index, { type, data }] of facts.entries()) {
    const id = eventId(founding.ledgerId, stream, commandId, index);
    events.push({ id, type, version: 1, data: (await sealedIn(data, stream, commandId, `/${index}`)) as object, meta });
  }
  const [last] = await store.readStream(stream as StreamName, { direction: 'backwards', limit: 1 });
  const revision = await store.append(stream as StreamName, last ? last.revision : 'absent', events);
  const shown = async () => ((await readStore.entryOf(stream, revision))?.ordinal ?? Infinity) <= runner.ordinal;
  if (!(await runner.waitUntil(shown, SHOWN_MAX_MS))) throw new Error(`${stream}@${revision} is not shown`);
  return `${stream}@${revision}`;
}

process.on('message', (text: string) => {
  // What cannot be written ends the program: the journey then says what it printed.
  void write(JSON.parse(text) as Written).then((receipt) => process.send!(receipt));
});
process.once('SIGTERM', () => void server.close().then(() => process.disconnect()));
process.stdout.write(`Minutier answers on ${server.url}, and takes facts.\n`);
