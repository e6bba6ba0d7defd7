import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { MaintenanceRoute, TextField } from '@minutier/intake';

import { type BackupManifest, makeBackup } from './backup.js';
import type { OpenedLedger } from './opened-ledger.js';
import { OPENED_LEDGER } from './reactions.js';

/** Where a backup goes: a new file on the machine of the server. */
export class BackupOrder {
  @TextField({ description: 'Absolute path of a new file.', example: '/srv/backups/2019-07-04.tar.gz', max: 4_096 })
  readonly file!: string;
}

/** Maintenance: copies the ledger, the files of evidence and the vault while they are written; it changes no fact. */
@Controller('backups')
@ApiTags('maintenance')
export class BackupController {
  constructor(@Inject(OPENED_LEDGER) private readonly opened: OpenedLedger) {}

  @Post()
  @MaintenanceRoute('Sauvegarde le registre, les pièces et le coffre dans un fichier de cette machine', BackupOrder)
  make(@Body() { file }: BackupOrder): Promise<BackupManifest> {
    return makeBackup(this.opened, file);
  }
}
