import { resolve } from 'node:path';

import { Command } from 'commander';

import { type BackupManifest, makeBackup } from '../../api/src/index.js';
import { type CommandFailed, RequestRefused } from './failure.js';
import { type LedgerAccess, openAccess } from './ledger-access.js';
import { act, type Surroundings } from './run-command.js';
import type { Terminal } from './terminal.js';

/** `minutier backup FILE`: copies ledger, files of evidence and vault into one file while they are written. */
export function backupCommand(): Command {
  const command = new Command('backup')
    .description(
      'copy the ledger, the files of evidence and the vault into one file, while they are written; the master key is never in it',
    )
    .argument('<file>', 'a new file, for example /srv/backups/2019-07-04.tar.gz');
  return act(command, backup);
}

async function backup({ terminal, stopping, configuration: read }: Surroundings, given: string): Promise<undefined> {
  const configuration = read();
  const file = resolve(given);
  const access = await openAccess(configuration, stopping, terminal);
  const manifest = await makeOrAsk(access, file, terminal);
  terminal.result({ file, masterKeyFile: configuration.masterKeyFile, ...manifest }, () =>
    [
      `${file} holds ledger ${manifest.ledgerId}, epoch ${manifest.epoch}, up to event ${manifest.lastOrdinal} (${manifest.lastEventHash}), and ${manifest.parts.length - 2} files of evidence.`,
      `It opens only with the master key, which is not in it: keep a copy of ${configuration.masterKeyFile} apart from the backups.`,
    ].join('\n'),
  );
  return undefined;
}

async function makeOrAsk(access: LedgerAccess, file: string, terminal: Terminal): Promise<BackupManifest> {
  if (access.local) {
    return makeBackup(access.local.opened, file, (step) => terminal.note(`${step}…`)).catch((error: unknown) => {
      throw refusalOf(error) ?? error;
    });
  }
  terminal.note('the running server makes the backup…');
  return access.post<BackupManifest>('/api/v1/backups', { file });
}

/** The refusal in the words in which the server would have said it. */
function refusalOf(error: unknown): CommandFailed | undefined {
  const { because, code } = error as { because?: { en: string }; code?: string };
  return because && code !== undefined ? new RequestRefused({ status: 409, code, detail: because.en }) : undefined;
}
