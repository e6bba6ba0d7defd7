import { SimulatedClock } from '@minutier/ledger';

import type { OpenedApplication } from '../../../api/src/index.js';
import { CommandFailed, RequestRefused } from '../failure.js';
import { LedgerAccess } from '../ledger-access.js';
import { demonstrationDocument } from './documents.js';
import { type Story, storyOf } from './story.js';
import type { FicheTold } from './telling.js';

const SETTLING_PAUSE_MS = 3;

/** What a loading came to. */
export interface Loaded {
  readonly story: Story;
  readonly commands: number;
  /** Events that stand in the ledger afterwards, and those among them that this loading brought. */
  readonly events: number;
  readonly newEvents: number;
  readonly seconds: number;
}

interface Health {
  readonly projections: { readonly ordinal: number; readonly lagEvents: number | null };
  readonly reactions: { readonly ordinal: number; readonly stalled: string | null };
}

/** The fiche as the project reads it. */
export function demonstrationFiche(): Promise<FicheTold> {
  return Promise.resolve(demonstrationDocument<FicheTold>('fiche-28684.json'));
}

/**
 * Tells a seed's story to a demonstration ledger through the public API, each command at its moment of the simulated
 * clock, which never goes back. Ids follow from the seed: told again after an interruption, it goes on and doubles
 * nothing.
 */
export async function loadDemonstration(
  pipeline: OpenedApplication,
  seed: number,
  say: (line: string) => void,
): Promise<Loaded> {
  const { founding, clock, store } = pipeline.opened;
  if (!founding.demonstration || !(clock instanceof SimulatedClock)) {
    throw new CommandFailed('This is an institution’s ledger: no demonstration is ever written into it.');
  }
  const startedAt = performance.now();
  const access = LedgerAccess.within(pipeline);
  const story = storyOf(seed, await demonstrationFiche());
  const before = await store.countAfter(null, Number.MAX_SAFE_INTEGER);
  let commands = 0;
  for (const { day, title, by, steps } of story.chapters) {
    const actorId = by === 'registrar' ? story.cast.registrar.id : pipeline.registrarId;
    for (const { at, path, body, commandId, reacts } of steps) {
      if (at > clock.now()) clock.set(at);
      await access.post(`/api/v1/${path}`, body, { commandId, actorId }).catch((error: unknown) => {
        throw otherSeed(error, path) ?? error;
      });
      // What reactions record belongs to this moment of the story, not to the next one's.
      if (reacts) await settled(access);
      commands += 1;
    }
    say(`${day}  ${title}`);
  }
  await settled(access);
  const events = await store.countAfter(null, Number.MAX_SAFE_INTEGER);
  const seconds = Math.round(performance.now() - startedAt) / 1_000;
  return { story, commands, events, newEvents: events - before, seconds };
}

/** The fiche of one story stands in the way of another's. */
function otherSeed(error: unknown, path: string): CommandFailed | undefined {
  const refused = error instanceof RequestRefused && error.problem.code === 'FICHE_ALREADY_PUBLISHED';
  if (!refused || path !== 'frameworks') return undefined;
  return new CommandFailed('This ledger holds the demonstration of another seed: load this one into another folder.');
}

/** Waits until reactions and read models have come to the log's end, and nothing followed in between: seen twice alike. */
async function settled(access: LedgerAccess): Promise<void> {
  for (let before = -1; ;) {
    const { projections, reactions } = await access.health<Health>();
    if (reactions.stalled !== null) throw new CommandFailed(`The reactions do not move: ${reactions.stalled}.`);
    const level = projections.lagEvents === 0 && reactions.ordinal === projections.ordinal ? projections.ordinal : -1;
    if (level >= 0 && level === before) return;
    before = level;
    await new Promise((resolve) => setTimeout(resolve, SETTLING_PAUSE_MS));
  }
}
