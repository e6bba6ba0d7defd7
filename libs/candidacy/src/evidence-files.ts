import { Injectable } from '@nestjs/common';

import { CommandRefused, derivedId, type ExecutionOptions, Ledger, LedgerFault, refuse } from '@minutier/ledger';
import { type FileFacts, type FileOwner, isErased, PersonErased, SealedFiles, sha256Of, Vault } from '@minutier/vault';

import { refusedAbsent } from './candidacy-refusals.js';
import { candidacyStream } from './candidacy.state.js';
import type { EvidenceAttached } from './discipline.events.js';
import { type KeptElsewhereInput, OWN_PLACE } from './evidence-input.js';
import type { NamedFile } from './evidence-refusals.js';

export const EVIDENCE_FILE_BYTES_MAX = 25 * 1024 * 1024;

/** No destruction is recorded, and the file is not there. Restore it from a backup. */
export class EvidenceFileMissing extends LedgerFault {
  readonly code = 'EVIDENCE_FILE_MISSING';
  readonly retryable = false;
}

/** The file that is kept is not the one whose digest the ledger holds. Restore it from a backup. */
export class EvidenceFileAltered extends LedgerFault {
  readonly code = 'EVIDENCE_FILE_ALTERED';
  readonly retryable = false;
}

/** A file as a command names it: received here before, or kept elsewhere. */
interface FileNaming {
  readonly candidacyId: string;
  readonly fileId?: string;
  readonly keptElsewhere?: KeptElsewhereInput;
}

/** The files under the pieces of candidacies, each sealed under its candidate's key of class appraisal. */
@Injectable()
export class EvidenceFiles {
  constructor(
    private readonly ledger: Ledger,
    private readonly files: SealedFiles,
    private readonly vault: Vault,
  ) {}

  /** Keeps a file while it arrives; it lies under nothing until a command names it. */
  async receive(
    candidacyId: string,
    commandId: string,
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<FileFacts & { readonly fileId: string }> {
    const { state } = await this.ledger.load(candidacyStream, candidacyId);
    const absent = refusedAbsent(state);
    if (absent) throw new CommandRefused(absent.refused, absent.because, absent.pointer);
    const owner = ownerOf(candidacyId, personOf(state)!);
    const fileId = derivedId('evidence-file', candidacyId, commandId);
    return { fileId, ...(await this.files.receive(owner, fileId, bytes, EVIDENCE_FILE_BYTES_MAX)) };
  }

  /** The file that a command names, as its event will. Nobody enrolled has none: the decision refuses before it asks. */
  async named({ candidacyId, fileId, keptElsewhere }: FileNaming): Promise<NamedFile> {
    if ((fileId === undefined) === (keptElsewhere === undefined))
      return refuse(
        'EVIDENCE_FILE_UNNAMED',
        undefined,
        'Donnez soit fileId, pour un fichier envoyé ici, soit keptElsewhere, pour un fichier gardé ailleurs.',
        'Give either fileId, for a file sent here, or keptElsewhere, for one kept elsewhere.',
      );
    const { state } = await this.ledger.load(candidacyStream, candidacyId);
    const personId = personOf(state);
    if (keptElsewhere && personId !== undefined) {
      const { place, sizeBytes, sha256 } = keptElsewhere;
      return { digest: await this.#digest(personId, sha256), sizeBytes, place, isOurs: false };
    }
    const id = fileId?.toLowerCase();
    const isAskable = personId !== undefined && id !== undefined;
    const bytes = isAskable ? await this.files.read({ folderId: candidacyId }, id) : undefined;
    if (bytes === undefined || !isAskable)
      return refuse(
        'EVIDENCE_FILE_UNKNOWN',
        '/fileId',
        'Aucun fichier n’a été reçu sous cet identifiant pour ce candidat.',
        'No file was received under this id for this candidate.',
      );
    if (isErased(bytes)) throw new PersonErased(personId, 'appraisal');
    const digest = await this.#digest(personId, sha256Of(bytes));
    return { digest, sizeBytes: bytes.length, place: `${OWN_PLACE}${id}`, isOurs: true };
  }

  /** The file of a piece in clear, found to be the one that was attached. */
  async open(candidacyId: string, { place, digest }: Pick<EvidenceAttached['data'], 'place' | 'digest'>) {
    const fileId = fileIdAt(place);
    if (fileId === undefined)
      throw refused(
        refuse(
          'EVIDENCE_KEPT_ELSEWHERE',
          undefined,
          `Ce fichier n’est pas gardé ici, mais sous la référence ${place}.`,
          `This file is not kept here but under the reference ${place}.`,
        ),
      );
    const bytes = await this.#bytesOf(candidacyId, fileId);
    if (bytes === undefined) throw new EvidenceFileMissing(`${place} of candidacy ${candidacyId} is not there`);
    const verdict = isErased(bytes) ? 'erased' : await this.vault.verifyDigest(digest, sha256Of(bytes));
    if (isErased(bytes) || verdict === 'erased')
      throw refused(
        refuse(
          'EVIDENCE_ERASED',
          undefined,
          'La clé de ce candidat a été détruite : ce fichier ne se lit plus.',
          'This candidate’s key was destroyed: this file can no longer be read.',
        ),
      );
    if (verdict === 'refuted') throw new EvidenceFileAltered(`${place} of candidacy ${candidacyId} was changed`);
    return bytes;
  }

  /** Destroys the file of a piece, where it is kept here. */
  async destroy(candidacyId: string, { place }: Pick<EvidenceAttached['data'], 'place'>): Promise<void> {
    const fileId = fileIdAt(place);
    if (fileId !== undefined) await this.files.destroy({ folderId: candidacyId }, fileId);
  }

  async #bytesOf(candidacyId: string, fileId: string) {
    try {
      return await this.files.read({ folderId: candidacyId }, fileId);
    } catch (error) {
      if ((error as { code?: string }).code !== 'LEDGER_CORRUPTED') throw error;
      throw new EvidenceFileAltered(`file ${fileId} of candidacy ${candidacyId} does not open`, { cause: error });
    }
  }

  #digest(personId: string, sha256: string) {
    return this.vault.keyedDigestOf(personId, 'appraisal', sha256);
  }
}

/** How the digest of the command covers a file kept elsewhere: its plain digest would tell the file to whoever guesses it. */
export function digestedAs({ keptElsewhere }: FileNaming, named: NamedFile): ExecutionOptions {
  if (keptElsewhere === undefined || 'refused' in named) return {};
  const { place, sizeBytes } = keptElsewhere;
  return { digested: { keptElsewhere: { place, sizeBytes, digest: named.digest.value } } };
}

function ownerOf(candidacyId: string, personId: string): FileOwner {
  return { folderId: candidacyId, personId, keyClass: 'appraisal' };
}

function personOf(state: Parameters<NonNullable<typeof candidacyStream.personOf>>[0]): string | undefined {
  return candidacyStream.personOf!(state);
}

function fileIdAt(place: string): string | undefined {
  return place.startsWith(OWN_PLACE) ? place.slice(OWN_PLACE.length) : undefined;
}

function refused({ refused: code, because, pointer }: ReturnType<typeof refuse>): CommandRefused {
  return new CommandRefused(code, because, pointer);
}
