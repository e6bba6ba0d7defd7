import { authorityOf, findLine, type Framework, reasonOf, type Rules } from '@minutier/framework';
import { type Decision, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import type { CohortEvent } from '../cohort.events.js';
import { refusedAbsentCohort } from '../cohort-refusals.js';
import type { Cohort, OpenCohortState } from '../cohort.state.js';
import { type PinRefusal, refusedFramework, refusedRules, refusedScales } from '../pinning.js';
import type { RepinFramework } from './repin-framework.command.js';

export type RepinFrameworkRefusal =
  | 'COHORT_NOT_FOUND'
  | 'OTHER_FRAMEWORK'
  | 'COHORT_UNCHANGED'
  | PinRefusal
  | 'MODALITY_WITH_MARKS_DROPPED'
  | 'SCALE_DROPPED';

/** What the command names, and the lines and scales on which marks of the cohort's candidates stand. */
interface Repinned {
  readonly framework: Framework | undefined;
  readonly rules: Rules | undefined;
  readonly modalities: readonly string[];
  readonly scales: readonly string[];
}

/**
 * A cohort moves to another reading of the same fiche; marks accepted before keep their line, so the line must go on.
 * Another number is another certification: candidates are transferred to it one by one.
 */
export function repinFramework(
  command: SealedCommand<RepinFramework>,
  cohort: Cohort,
  { framework, rules, modalities, scales }: Repinned,
): Decision<CohortEvent, RepinFrameworkRefusal> {
  if (cohort.status === 'absent') return refusedAbsentCohort();
  const { to, effectiveOn, authority } = command;
  const refusal =
    refusedVersion(command, cohort) ??
    refusedFramework(framework, effectiveOn, '/to') ??
    refusedRules(rules, to, effectiveOn, '/rules') ??
    refusedLines(modalities, framework!, rules!) ??
    refusedScales(rules!, scales, '/rules');
  if (refusal) return refusal;
  return [
    {
      type: 'FrameworkRepinned',
      data: {
        from: cohort.framework,
        to: { number: to.number, version: to.version },
        rules: { id: command.rules.id, version: command.rules.version },
        effectiveOn,
        reason: reasonOf(command),
        authority: authorityOf(authority),
      },
    },
  ];
}

function refusedVersion(
  { to }: SealedCommand<RepinFramework>,
  { framework: { number, version } }: OpenCohortState,
): Refusal<RepinFrameworkRefusal> | undefined {
  if (to.number !== number)
    return refuse(
      'OTHER_FRAMEWORK',
      '/to/number',
      `La promotion prépare ${number} : pour une autre certification, transférez les candidats.`,
      `The cohort prepares for ${number}: for another certification, transfer the candidates.`,
    );
  if (to.version !== version) return undefined;
  return refuse(
    'COHORT_UNCHANGED',
    '/to',
    'La promotion vit déjà sous cette version de la fiche.',
    'The cohort lives under this version of the fiche already.',
  );
}

function refusedLines(
  modalities: readonly string[],
  framework: Framework,
  rules: Rules,
): Refusal<RepinFrameworkRefusal> | undefined {
  const dropped = modalities.filter((modality) => !findLine(framework, rules, modality));
  if (dropped.length === 0) return undefined;
  return refuse(
    'MODALITY_WITH_MARKS_DROPPED',
    '/to',
    `Des notes tiennent sur des lignes que cette version n’a pas : ${dropped.join(', ')}.`,
    `Marks stand on lines that this version has not: ${dropped.join(', ')}.`,
  );
}
