import { authorityOf, coveredBy, type Framework } from '@minutier/framework';
import { type Decision, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import { actIdOf } from '../candidacy-ids.js';
import type { Pins } from '../candidacy-pins.js';
import { type AbsentRefusal, type FrozenRefusal, refusedAbsent, refusedFrozen } from '../candidacy-refusals.js';
import type { CandidacyEvent } from '../candidacy.events.js';
import type { Candidacy, EnrolledCandidacy } from '../enrolled-candidacy.js';
import { type FichePart, PART_LEVELS, partOf } from '../fiche-parts.js';
import type { GrantEquivalence } from './grant-equivalence.command.js';

export type GrantEquivalenceRefusal =
  AbsentRefusal | FrozenRefusal | 'CODE_UNKNOWN' | 'EQUIVALENCE_ALREADY_GRANTED' | 'EVALUATION_STANDS';

/**
 * An equivalence is a decision of its own, without a mark: it names its source and the document seen. It stands where
 * nothing else does: no wider recognition covers the part, and nothing in force was assessed in it, on a line of the fiche or on one of the
 * rules that it would cover.
 */
export function grantEquivalence(
  command: SealedCommand<GrantEquivalence>,
  candidacy: Candidacy,
  { framework, rules }: Pick<Pins, 'framework' | 'rules'>,
): Decision<CandidacyEvent, GrantEquivalenceRefusal> {
  const { context, level, code, source, sourceTitle, documentSeen, decidedOn, authority } = command;
  if (candidacy.status === 'absent') return refusedAbsent(candidacy)!;
  const frozen = refusedFrozen(candidacy);
  if (frozen) return frozen;
  const part = framework && partOf(framework, level, code);
  if (!part)
    return refuse(
      'CODE_UNKNOWN',
      '/code',
      `La fiche n’a pas de bloc, de fonction ou de ligne ${code} à ce niveau.`,
      `The fiche has no block, function or line ${code} at this level.`,
    );
  const refusal = refusedRecognised(part, candidacy) ?? refusedAssessed(part, candidacy, framework, rules);
  if (refusal) return refusal;
  return [
    {
      type: 'EquivalenceGranted',
      data: {
        equivalenceId: actIdOf('equivalence', context),
        level,
        code,
        source: {
          number: source.number,
          block: source.block ?? null,
          title: sourceTitle,
          obtainedOn: source.obtainedOn ?? null,
        },
        documentSeen,
        decidedOn,
        authority: authorityOf(authority),
      },
    },
  ];
}

function refusedRecognised(
  { codes, block }: FichePart,
  { equivalences, carryOvers }: EnrolledCandidacy,
): Refusal<'EQUIVALENCE_ALREADY_GRANTED'> | undefined {
  const standing = [...equivalences.values()].find(({ level, code }) => codes[level] === code);
  const kept = [...carryOvers.values()].some((one) => one.block === block.code);
  if (!standing && !kept) return undefined;
  const { level, code } = standing ?? { level: PART_LEVELS[0], code: block.code };
  const what = { block: ['le bloc', 'block'], function: ['la fonction', 'function'], modality: ['la ligne', 'line'] }[
    level
  ];
  return refuse(
    'EQUIVALENCE_ALREADY_GRANTED',
    '/code',
    `Il y a déjà ${standing ? 'une équivalence' : 'une reprise de bloc conservé'} pour ${what[0]} ${code}.`,
    `There is ${standing ? 'an equivalence' : 'a carry-over'} for ${what[1]} ${code} already.`,
  );
}

function refusedAssessed(
  { modalities }: FichePart,
  candidacy: EnrolledCandidacy,
  framework: Framework,
  rules: Pins['rules'],
): Refusal<'EVALUATION_STANDS'> | undefined {
  const recognised = [...modalities, ...recognisedLines(candidacy, framework)];
  const covered = (rules?.substituteLines ?? []).flatMap((line) => {
    const replaced = coveredBy(line, framework);
    const isOver =
      replaced.some((one) => modalities.includes(one)) && replaced.every((one) => recognised.includes(one));
    return isOver ? [line.line] : [];
  });
  const assessed = [...candidacy.evaluations.values()].find(({ modality }) =>
    [...modalities, ...covered].includes(modality),
  );
  if (!assessed) return undefined;
  return refuse(
    'EVALUATION_STANDS',
    '/code',
    `Une évaluation est enregistrée sur la ligne ${assessed.modality} : annulez-la d’abord.`,
    `An evaluation is recorded on line ${assessed.modality}: void it first.`,
  );
}

/** The lines of the fiche that what is recognised already stands for. */
function recognisedLines({ equivalences, carryOvers }: EnrolledCandidacy, framework: Framework): readonly string[] {
  const granted = [...equivalences.values()].map(({ level, code }) => partOf(framework, level, code));
  const kept = [...carryOvers.values()].map(({ block }) => partOf(framework, 'block', block));
  return [...granted, ...kept].flatMap((part) => part?.modalities ?? []);
}
