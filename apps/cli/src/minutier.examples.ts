import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { REPOSITORY } from '@minutier/testing';

const BIN = join(REPOSITORY, 'apps', 'cli', 'bin', 'minutier.mjs');

export const FICHE_FILE = join(REPOSITORY, 'deploy', 'demonstration', 'fiche-28684.json');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The command as it runs: what it has written so far, and its end. */
export interface RunningCommand {
  readonly child: ChildProcess;
  readonly written: () => string;
  readonly ended: Promise<Ended>;
}

export type Settings = Readonly<Record<string, string>>;

export function newFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `minutier-${name}-`));
}

/** Starts the built command with these settings and no others. */
export function startCommand(args: readonly string[], settings: Settings): RunningCommand {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [BIN, ...args], {
    env: { PATH, HOME, PORT: '0', MINUTIER_LOG_LEVEL: 'warn', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, out, err }));
  return { child, written: () => out, ended };
}

export function runCommand(args: readonly string[], settings: Settings): Promise<Ended> {
  return startCommand(args, settings).ended;
}

/** Waits until a command has written these words. Throws where it ends without. */
export async function writes({ written, ended }: RunningCommand, words: string): Promise<void> {
  let failed: Ended | undefined;
  void ended.then((end) => (failed = end));
  while (!written().includes(words)) {
    if (failed) throw new Error(`the command ended with ${failed.code}: ${failed.out}${failed.err}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** What a command with --json has written, once it is whole. Throws where it ends without. */
export async function documentOf<Document>({ written, ended }: RunningCommand): Promise<Document> {
  let failed: Ended | undefined;
  void ended.then((end) => (failed = end));
  for (;;) {
    try {
      return JSON.parse(written()) as Document;
    } catch {
      if (failed) throw new Error(`the command ended with ${failed.code}: ${failed.out}${failed.err}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
