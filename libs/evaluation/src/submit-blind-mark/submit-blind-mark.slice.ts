import { type Candidacy, candidacyStream } from '@minutier/candidacy';
import { commandSlice } from '@minutier/intake';
import { Ledger, type Receipt, type Sealed, sealId, StreamContended, streamName } from '@minutier/ledger';
import { isErased, PersonErased, Vault } from '@minutier/vault';

import type { AssessmentReceipt } from '../assessment-input.js';
import { Frames } from '../frames.js';
import { type OwnMark, padded, type PaddedMark, unpadded } from '../padded-mark.js';
import { blindMarksAt } from '../place.js';
import { SubmitBlindMark } from './submit-blind-mark.command.js';
import { submitBlindMark } from './submit-blind-mark.decide.js';

const ATTEMPTS_MAX = 12;

export const submitBlindMarkSlice = commandSlice(SubmitBlindMark, {
  post: 'candidacies/:candidacyId/blind-marks',
  tag: 'evaluations',
  summary: 'Dépose la note d’un évaluateur, que nul ne lit avant la dernière',
  needs: [Ledger, Frames, Vault],
  async execute(command, ledger, frames, vault) {
    const { candidacyId, assessorId } = command;
    const frame = await frames.ofCandidacy(candidacyId, [assessorId]);
    const own = ownMarkOf(command);
    const given = withMark(command, padded(own));
    for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
      const { state } = await ledger.load(candidacyStream, candidacyId);
      const opened = await openedMarks(state, command, vault);
      const others = new Map([...opened].map(([id, { mark }]) => [id, mark]));
      const appreciation = await joined(state, command, opened, vault);
      try {
        const receipt = await ledger.execute(candidacyStream, candidacyId, given, (sealed, candidacy) => {
          // Another mark came in, or was taken back, since these were opened: open again, then decide.
          if (!areThose(opened, sealsAt(candidacy, command))) throw new MarksMoved();
          return submitBlindMark(sealed, candidacy, frame, { own, others, appreciation });
        });
        return await answered(receipt, candidacyId, ledger);
      } catch (error) {
        if (!(error instanceof MarksMoved)) throw error;
      }
    }
    throw new StreamContended(`the blind marks of ${candidacyId} changed each time this one was decided`);
  },
});

class MarksMoved extends Error {}

interface OpenedMark {
  readonly sealId: string;
  readonly mark: OwnMark;
  readonly appreciation: string | null;
}

function ownMarkOf({ mark: { result, grid } }: SubmitBlindMark): OwnMark {
  return JSON.parse(JSON.stringify({ result, grid: grid ?? null })) as OwnMark;
}

/** The same command, its class included, with the mark in the form in which it is sealed and digested. */
function withMark(command: SubmitBlindMark, mark: PaddedMark): SubmitBlindMark {
  const copy = Object.create(Object.getPrototypeOf(command) as object) as SubmitBlindMark;
  return Object.assign(copy, command, { mark });
}

type Seals = ReadonlyMap<string, { readonly mark: Sealed; readonly appreciation: Sealed | null }>;

function sealsAt(candidacy: Candidacy, command: SubmitBlindMark): Seals {
  const standing = candidacy.status === 'enrolled' ? blindMarksAt(candidacy, command) : undefined;
  return standing?.marks ?? new Map<string, never>();
}

function areThose(opened: ReadonlyMap<string, OpenedMark>, seals: Seals): boolean {
  return opened.size === seals.size && [...seals].every(([id, { mark }]) => opened.get(id)?.sealId === mark.sealId);
}

/** The marks submitted before, in clear: they go no further than the decision that may be the last one's. */
async function openedMarks(
  candidacy: Candidacy,
  command: SubmitBlindMark,
  vault: Vault,
): Promise<ReadonlyMap<string, OpenedMark>> {
  const opened = new Map<string, OpenedMark>();
  for (const [id, { mark, appreciation }] of sealsAt(candidacy, command)) {
    const [inClear, words] = [await vault.unseal(mark), appreciation && (await vault.unseal(appreciation))];
    if (isErased(inClear) || isErased(words)) throw erased(candidacy);
    const own = unpadded(inClear as PaddedMark);
    opened.set(id, { sealId: mark.sealId, mark: own, appreciation: words as string | null });
  }
  return opened;
}

function erased(candidacy: Candidacy): PersonErased {
  return new PersonErased(candidacy.status === 'enrolled' ? candidacy.personId : '', 'appraisal');
}

/** The comments of all, in the order in which they came, sealed as the one comment that an evaluation has. */
async function joined(
  candidacy: Candidacy,
  { context, candidacyId, appreciation }: SubmitBlindMark,
  opened: ReadonlyMap<string, OpenedMark>,
  vault: Vault,
): Promise<Sealed | null> {
  const before = [...opened.values()].flatMap((one) => (one.appreciation === null ? [] : [one.appreciation]));
  if (before.length === 0 || candidacy.status === 'absent') return null;
  const text = [...before, ...(appreciation === undefined ? [] : [appreciation])].join('\n\n');
  const id = sealId(streamName('candidacy', candidacyId), context.commandId, 'appreciations');
  return vault.seal(candidacy.personId, 'appraisal', id, text);
}

/** The receipt, and the id of the evaluation to which the mark belongs: by it the mark is taken back. */
async function answered(receipt: Receipt, candidacyId: string, ledger: Ledger): Promise<AssessmentReceipt> {
  const history = await ledger.history(candidacyStream, candidacyId);
  const submitted = history.find(({ id }) => id === receipt.eventIds[0])!;
  return { ...receipt, evaluationId: (submitted.data as { evaluationId: string }).evaluationId };
}
