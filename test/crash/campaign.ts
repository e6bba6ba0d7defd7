import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Receipt } from '@minutier/ledger';
import { SqliteEventStore } from '@minutier/storage';

import { type Acknowledged, type Moment, tell } from './telling.js';
import { faultsOf, wholeLog } from './verification.js';

const START_MAX_MS = 1_600;
const RECEIPTS_MAX = 60;
const AFTER_RECEIPT_MAX_MS = 12;

/** What a number of kills came to. */
export interface Campaign {
  readonly kills: number;
  readonly tellings: number;
  readonly receipts: number;
  readonly faults: readonly string[];
}

/** Numbers from 0 to 1 that a seed determines (mulberry32), so that a failure can be told again. */
export function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Half of the kills fall anywhere after the start, half just after a new receipt, where something is always under way. */
function nextMoment(chance: () => number): Moment {
  if (chance() < 0.5) return { kind: 'after-start', ms: Math.floor(chance() * START_MAX_MS) };
  const count = 1 + Math.floor(chance() * RECEIPTS_MAX);
  return { kind: 'after-receipts', count, ms: Math.floor(chance() * AFTER_RECEIPT_MAX_MS) };
}

/** One story, told in one folder by processes that are killed, one after the other, until it has come to its end. */
export class Story {
  readonly folder = mkdtempSync(join(tmpdir(), 'minutier-crash-'));
  readonly receipts = new Map<string, Acknowledged>();
  kills = 0;
  ended = false;

  constructor(readonly seed: number) {}

  /** Tells on until that moment, and says what was found wrong afterwards. */
  async tellUntil(moment: Moment): Promise<string[]> {
    const { acknowledged, toTheEnd } = await tell(this.folder, this.seed, moment, new Set(this.receipts.keys()));
    this.ended = toTheEnd;
    if (!toTheEnd) this.kills += 1;
    const changed = acknowledged.flatMap((receipt) => {
      const first = this.receipts.get(receipt.commandId);
      this.receipts.set(receipt.commandId, first ?? receipt);
      const same = first === undefined || JSON.stringify(first) === JSON.stringify(receipt);
      return same ? [] : [`the repeat of ${receipt.commandId} got another receipt than the first`];
    });
    return [...changed, ...(await this.faults())];
  }

  /** What is wrong with a copy of the ledger, after `harm` was done to the copy. */
  async faults(harm: (copy: string) => void = () => {}): Promise<string[]> {
    // Killed before it had made its file: then nothing was acknowledged either.
    if (!existsSync(join(this.folder, 'views.sqlite'))) return this.receipts.size === 0 ? [] : ['there is no ledger'];
    const copy = mkdtempSync(join(tmpdir(), 'minutier-crash-copy-'));
    try {
      cpSync(this.folder, copy, { recursive: true });
      harm(copy);
      const written = [...this.receipts.values()].filter((receipt) => receipt.stream !== undefined) as Receipt[];
      return await faultsOf(copy, written, this.ended);
    } finally {
      rmSync(copy, { recursive: true });
    }
  }

  /** Types and commands of each stream: what two tellings of one story have in common, whatever became of them. */
  async outline(): Promise<string> {
    const store = await SqliteEventStore.open(join(this.folder, 'ledger.sqlite'));
    const streams = Map.groupBy(await wholeLog(store), ({ stream }) => stream);
    await store.close();
    return [...streams]
      .map(([stream, events]) => `${stream}: ${events.map(({ type }) => type).join(', ')}`)
      .sort()
      .join('\n');
  }

  forget(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Kills so often, story after story; each that comes to its end must equal the same story told without a kill. */
export async function killSoOften(count: number, seed: number, say: (line: string) => void): Promise<Campaign> {
  const chance = chances(seed);
  const faults: string[] = [];
  let [kills, tellings, receipts] = [0, 0, 0];
  for (let number = 0; kills < count && faults.length === 0; number += 1) {
    const story = new Story(seed + number);
    while (!story.ended && faults.length === 0) {
      const moment: Moment = kills + story.kills < count ? nextMoment(chance) : { kind: 'never' };
      faults.push(...(await story.tellUntil(moment)));
      tellings += 1;
      say(`story ${story.seed}: ${story.kills} kills, ${story.receipts.size} receipts, last ${JSON.stringify(moment)}`);
    }
    if (faults.length === 0) faults.push(...(await differenceFromUndisturbed(story)));
    kills += story.kills;
    receipts += story.receipts.size;
    if (faults.length === 0) story.forget();
    else say(`the folder is left as it is: ${story.folder}`);
  }
  return { kills, tellings, receipts, faults };
}

async function differenceFromUndisturbed(story: Story): Promise<string[]> {
  const undisturbed = new Story(story.seed);
  try {
    const faults = await undisturbed.tellUntil({ kind: 'never' });
    const same = (await undisturbed.outline()) === (await story.outline());
    return [...faults, ...(same ? [] : [`story ${story.seed} ends otherwise than without a kill`])];
  } finally {
    undisturbed.forget();
  }
}
