import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import type { Receipt } from '@minutier/ledger';
import { REPOSITORY } from '@minutier/testing';

/** What a command was answered; those that concern the vault alone name no stream. */
export type Acknowledged = Partial<Receipt> & { readonly commandId: string };

/** When a telling is ended by force. */
export type Moment =
  | { readonly kind: 'never' }
  /** So long after the process was started: while it opens, repeats, or tells. */
  | { readonly kind: 'after-start'; readonly ms: number }
  /** So long after it acknowledged that many commands that no telling before had acknowledged. */
  | { readonly kind: 'after-receipts'; readonly count: number; readonly ms: number };

/** How a telling went, until it ended or was ended. */
export interface Told {
  readonly acknowledged: readonly Acknowledged[];
  readonly toTheEnd: boolean;
}

const BUILT = join(REPOSITORY, 'dist');

/** Tells a seed's story to the ledger in a folder, in a process of its own, and kills that process at a moment. */
export async function tell(folder: string, seed: number, moment: Moment, known: ReadonlySet<string>): Promise<Told> {
  const child = spawn(process.execPath, [join(BUILT, 'test', 'crash', 'storyteller.js'), folder, String(seed)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH },
  });
  const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  const kill = (ms: number): NodeJS.Timeout => setTimeout(() => child.kill('SIGKILL'), ms);
  let timer = moment.kind === 'after-start' ? kill(moment.ms) : undefined;
  let [text, complaints, news, read] = ['', '', 0, 0];
  const acknowledged: Acknowledged[] = [];
  let toTheEnd = false;
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    for (let end = text.indexOf('\n', read); end >= 0; end = text.indexOf('\n', read)) {
      const line = text.slice(read, end);
      read = end + 1;
      if (line === 'told') toTheEnd = true;
      else acknowledged.push(JSON.parse(line) as Acknowledged);
      if (!known.has(acknowledged.at(-1)?.commandId ?? '')) news += 1;
      if (moment.kind === 'after-receipts' && news >= moment.count) timer ??= kill(moment.ms);
    }
  });
  const [code, signal] = await closed;
  clearTimeout(timer);
  if (signal !== 'SIGKILL' && code !== 0) throw new Error(`the teller ended with ${code}: ${complaints}`);
  return { acknowledged, toTheEnd };
}
