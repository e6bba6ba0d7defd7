import type { Rules } from '@minutier/framework';
import { type Decision, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import type { CandidacyEvent } from '../candidacy.events.js';
import { type AbsentRefusal, candidacyNotFound } from '../candidacy-refusals.js';
import { lastDay } from '../deadlines.js';
import type { Candidacy, EnrolledCandidacy } from '../enrolled-candidacy.js';
import type { FeasibilityDecided } from '../enrolment.events.js';
import type { EnrolmentFrame } from '../enrolment-frame.js';
import { refusedScope } from '../enrolment-refusals.js';
import type { FileValidationFile } from './file-validation-file.command.js';

export type FileValidationFileRefusal =
  AbsentRefusal | 'NOT_ADMISSIBLE' | 'FILED_TOO_LATE' | 'FILE_ALREADY_FILED' | 'SCOPE_MISMATCH' | 'BLOCK_UNKNOWN';

type Command = SealedCommand<FileValidationFile>;

/** A file is filed on an admissible request, for what that request asks for or a part of it, while it may still be. */
export function fileValidationFile(
  command: Command & { readonly fileId: string },
  candidacy: Candidacy,
  frame: EnrolmentFrame | undefined,
): Decision<CandidacyEvent, FileValidationFileRefusal> {
  if (candidacy.status === 'absent' || !frame) return candidacyNotFound();
  const { fileId, feasibilityId, filedOn, scope, blocks = [], document } = command;
  const refusal =
    refusedScope({ scope, blocks }, frame.framework) ??
    refusedRequest(command, candidacy.feasibilities.get(feasibilityId)) ??
    refusedFiled(command, candidacy);
  if (refusal) return refusal;
  return [
    {
      type: 'ValidationFileFiled',
      data: {
        fileId,
        feasibilityId,
        filedOn,
        scope,
        blocks: [...blocks],
        juryDueBy: juryDueBy(frame.rules, filedOn),
        document,
      },
    },
  ];
}

/** Null where the rules give the jury no time: none is made up. */
function juryDueBy({ deadlines }: Rules, filedOn: string): string | null {
  const adopted = deadlines.find(({ duty, startsFrom }) => duty === 'vae-jury' && startsFrom === 'file-filed');
  return adopted ? lastDay(adopted, filedOn) : null;
}

function refusedRequest(
  { filedOn, scope, blocks = [] }: Command,
  request: FeasibilityDecided['data'] | undefined,
): Refusal<'NOT_ADMISSIBLE' | 'FILED_TOO_LATE'> | undefined {
  if (!request?.admissible)
    return refuse(
      'NOT_ADMISSIBLE',
      '/feasibilityId',
      'Aucune demande recevable n’existe sous cet identifiant.',
      'There is no admissible request under this id.',
    );
  if (filedOn < request.decidedOn)
    return refuse(
      'NOT_ADMISSIBLE',
      '/filedOn',
      `La demande n’est recevable que depuis le ${request.decidedOn}.`,
      `The request is admissible since ${request.decidedOn} only.`,
    );
  if (request.scope === 'blocks') {
    const beyond = blocks.findIndex((block) => !request.blocks.includes(block));
    if (scope === 'title' || beyond !== -1)
      return refuse(
        'NOT_ADMISSIBLE',
        scope === 'title' ? '/scope' : `/blocks/${beyond}`,
        `La demande n’est recevable que pour ${request.blocks.join(', ')}.`,
        `The request is admissible for ${request.blocks.join(', ')} only.`,
      );
  }
  if (request.validUntil !== null && filedOn > request.validUntil)
    return refuse(
      'FILED_TOO_LATE',
      '/filedOn',
      `Le dossier devait être déposé au plus tard le ${request.validUntil}.`,
      `The file was to be filed by ${request.validUntil}.`,
    );
  return undefined;
}

/** The title once, and each block once, on one request; blocks that a jury left out may follow a file for the title. */
function refusedFiled(
  { feasibilityId, scope, blocks = [] }: Command,
  { validationFiles }: EnrolledCandidacy,
): Refusal<'FILE_ALREADY_FILED'> | undefined {
  const filed = [...validationFiles.values()].find(
    (one) =>
      one.feasibilityId === feasibilityId &&
      one.scope === scope &&
      (scope === 'title' || one.blocks.some((block) => blocks.includes(block))),
  );
  if (!filed) return undefined;
  return refuse(
    'FILE_ALREADY_FILED',
    '/scope',
    `Un dossier a déjà été déposé à ce titre le ${filed.filedOn}.`,
    `A file was filed for this on ${filed.filedOn} already.`,
  );
}
