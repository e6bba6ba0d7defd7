import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { Command } from 'commander';

import { type Configuration, configurationFrom, startServer } from '../../api/src/index.js';
import { addressesOf, typed } from './demonstration/addresses.js';
import { demonstrationFiche, loadDemonstration } from './demonstration/load.js';
import { SEED_DEFAULT, storyOf } from './demonstration/story.js';
import { CommandFailed } from './failure.js';
import { act, type Surroundings } from './run-command.js';

interface DemoOptions {
  readonly seed: string;
  readonly port?: string;
  readonly once?: boolean;
  readonly keep?: string;
}

/** `minutier demo`: a year of a promotion of fiche 28684, from the fiche to the marks frozen for the jury, in a throw-away folder. */
export function demoCommand(): Command {
  const command = new Command('demo')
    .description('serve a demonstration: a promotion of fiche RNCP 28684, in a throw-away folder')
    .option('--seed <n>', 'which story is told: the same number tells the same one', String(SEED_DEFAULT))
    .option('--port <p>', 'port on this machine (PORT, or 7284)')
    .option('--once', 'load it, say where one would look, and end')
    .option('--keep <folder>', 'load it into this folder, or go on loading there, and leave it');
  return act(command, demo, { serves: true });
}

async function demo(
  { terminal, stopping }: Surroundings,
  { seed: given, port, once, keep }: DemoOptions,
): Promise<undefined> {
  if (!/^\d{1,9}$/.test(given)) throw new CommandFailed(`--seed is a whole number from 0 on, not "${given}".`, 2);
  const seed = Number(given);
  const folder = keep === undefined ? await throwAwayFolder(stopping) : resolve(keep);
  const { foundedAt } = storyOf(seed, await demonstrationFiche());
  const server = await startServer(configurationOf(folder, port), { foundedAt });
  stopping.atEnd(() => server.close());
  terminal.line(`Démonstration n° ${seed}, sur une horloge simulée, dans ${folder}.`);
  const loaded = await loadDemonstration(server, seed, (line) => terminal.line(line));
  const addresses = addressesOf(server.url, loaded.story);
  const { commands, events, newEvents, seconds } = loaded;
  terminal.result({ seed, folder, url: server.url, commands, events, newEvents, seconds, addresses }, () =>
    [
      `${commands} commandes, ${events} événements (${newEvents} nouveaux) en ${seconds.toFixed(1).replace('.', ',')} s.`,
      '',
      'À regarder :',
      ...addresses.map((address) => `  ${address.what}\n    ${typed(address)}`),
      ...(once ? [] : ['', 'Ctrl-C arrête le serveur' + (keep === undefined ? ' et efface ce dossier.' : '.')]),
    ].join('\n'),
  );
  if (!once) await stopping.requested;
  return undefined;
}

async function throwAwayFolder(stopping: Surroundings['stopping']): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'minutier-demo-'));
  stopping.atEnd(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A demonstration never opens the institution's folder, and on a shared event store it has a prefix of its own. */
function configurationOf(folder: string, port: string | undefined): Configuration {
  const { MINUTIER_DATA: _data, MINUTIER_MASTER_KEY_FILE: _key, ...environment } = process.env;
  const prefix = `demo${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`;
  return configurationFrom({
    MINUTIER_STREAM_PREFIX: prefix,
    ...environment,
    MINUTIER_DATA: folder,
    ...(port === undefined ? {} : { PORT: port }),
  });
}
