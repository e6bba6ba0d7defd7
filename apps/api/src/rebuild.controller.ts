import { Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { InputInvalid, MaintenanceRoute } from '@minutier/intake';
import { ProjectionRunner } from '@minutier/ledger';

/** Maintenance of read models; it changes no fact. */
@Controller('projections')
@ApiTags('maintenance')
export class RebuildController {
  constructor(private readonly runner: ProjectionRunner) {}

  @Post(':name/rebuild')
  @MaintenanceRoute('Reconstruit une vue depuis le registre')
  async rebuild(@Param('name') name: string): Promise<{ projection: string; ordinal: number }> {
    if (!this.runner.checkpoints.has(name)) throw new InputInvalid([{ code: 'NOT_FOUND' }], 404);
    await this.runner.rebuild(name);
    return { projection: name, ordinal: this.runner.ordinal };
  }
}
