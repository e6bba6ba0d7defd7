import { Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';

import { CommandInput, CommandRoute } from '@minutier/intake';
import type { Receipt } from '@minutier/ledger';

import { CorrectEvaluation } from './correct-evaluation.command.js';

@Controller('candidacies/:candidacyId/evaluations/:evaluationId/corrections')
@ApiTags('evaluations')
export class CorrectEvaluationController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @CommandRoute(CorrectEvaluation, 'Corrige une évaluation, avec motif et autorité')
  correct(@CommandInput() command: CorrectEvaluation): Promise<Receipt> {
    return this.commands.execute(command);
  }
}
