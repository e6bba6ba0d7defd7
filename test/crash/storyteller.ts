import { writeSync } from 'node:fs';

import { configurationFrom, openApplication } from '../../apps/api/src/index.js';
import { demonstrationFiche } from '../../apps/cli/src/demonstration/load.js';
import { storyOf } from '../../apps/cli/src/demonstration/story.js';
import { LedgerAccess } from '../../apps/cli/src/ledger-access.js';
import { SimulatedClock } from '@minutier/ledger';

/**
 * The process that is killed: tells a seed's demonstration to the ledger in a folder, from the beginning each time, and
 * writes each receipt as one line before it gives the next command. `told` is its last line, if it comes to it.
 */
const [folder, seed] = process.argv.slice(2);
const story = storyOf(Number(seed), await demonstrationFiche());
const configuration = configurationFrom({ MINUTIER_DATA: folder, MINUTIER_LOG_LEVEL: 'silent' });
const pipeline = await openApplication(configuration, { foundedAt: story.foundedAt });
const { clock, store } = pipeline.opened;
if (!(clock instanceof SimulatedClock)) throw new Error('the ledger in this folder is no demonstration');
const access = LedgerAccess.within(pipeline);

interface Health {
  readonly projections: { readonly ordinal: number };
  readonly reactions: { readonly ordinal: number };
}

/** Waits until what follows from a command is recorded: the story's next command may build on it. */
async function settled(): Promise<void> {
  for (let before = -1; ;) {
    const last = (await store.countAfter(null, Number.MAX_SAFE_INTEGER)) - 1;
    const { projections, reactions } = await access.health<Health>();
    const level = projections.ordinal === last && reactions.ordinal === last;
    if (level && before === last) return;
    before = level ? last : -1;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

for (const { by, steps } of story.chapters) {
  const actorId = by === 'registrar' ? story.cast.registrar.id : pipeline.registrarId;
  for (const { at, path, body, commandId, reacts } of steps) {
    if (at > clock.now()) clock.set(at);
    const receipt = await access.post<object>(`/api/v1/${path}`, body, { commandId, actorId });
    writeSync(1, `${JSON.stringify({ commandId, ...receipt })}\n`);
    if (reacts) await settled();
  }
}
await settled();
await pipeline.close();
writeSync(1, 'told\n');
