import { authorityOf, type Correspondence, type FrameworkReference } from '@minutier/framework';
import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';
import type { Award, Person } from '@minutier/person';

import { actIdOf } from '../candidacy-ids.js';
import type { Pins } from '../candidacy-pins.js';
import { type AbsentRefusal, type FrozenRefusal, refusedAbsent, refusedFrozen } from '../candidacy-refusals.js';
import type { CandidacyEvent } from '../candidacy.events.js';
import type { Candidacy } from '../enrolled-candidacy.js';
import type { CarryOverBlock } from './carry-over-block.command.js';

export type CarryOverBlockRefusal =
  AbsentRefusal | FrozenRefusal | 'AWARD_UNKNOWN' | 'CORRESPONDENCE_MISSING' | 'BLOCK_ALREADY_COVERED';

type Held = Award & { readonly personId: string };
type Frame = Pick<Pins, 'framework' | 'publications'> & {
  /** The candidate, and whoever was absorbed into him: their awards are his. */
  readonly persons: readonly Person[];
};

/**
 * A block kept for life counts in another candidacy by the awards that it cites: as it is within one fiche, by a link
 * of a correspondence in force from another one.
 */
export function carryOverBlock(
  command: SealedCommand<CarryOverBlock>,
  candidacy: Candidacy,
  frame: Frame,
): Decision<CandidacyEvent, CarryOverBlockRefusal> {
  const { context, block, awardIds, decidedOn, authority } = command;
  if (candidacy.status === 'absent') return refusedAbsent(candidacy)!;
  const frozen = refusedFrozen(candidacy);
  if (frozen) return frozen;
  const { equivalences, carryOvers } = candidacy;
  const isCovered =
    [...carryOvers.values()].some((one) => one.block === block) ||
    [...equivalences.values()].some(({ level, code }) => level === 'block' && code === block);
  if (isCovered)
    return refuse(
      'BLOCK_ALREADY_COVERED',
      '/block',
      `Le bloc ${block} est déjà couvert, par une équivalence ou par une reprise.`,
      `Block ${block} is covered already, by an equivalence or by a carry-over.`,
    );
  const held = frame.persons.flatMap(heldBy);
  const awards = awardIds.map((awardId) => held.find((one) => one.awardId === awardId && !one.annulled));
  const missing = awards.indexOf(undefined);
  if (missing !== -1)
    return refuse(
      'AWARD_UNKNOWN',
      `/awardIds/${missing}`,
      'Cette personne ne détient pas ce bloc, ou son acquisition est annulée.',
      'This person does not hold this block, or its award is annulled.',
    );
  const cited = awards as readonly Held[];
  const ground = groundOf(block, cited, decidedOn, frame);
  if (!ground)
    return refuse(
      'CORRESPONDENCE_MISSING',
      '/awardIds',
      `Aucune correspondance en vigueur ne mène de ces seuls blocs au bloc ${block}.`,
      `No correspondence in force leads from these blocks alone to block ${block}.`,
    );
  return [
    {
      type: 'BlockCarriedOver',
      data: {
        carryOverId: actIdOf('carry-over', context),
        block,
        awards: cited.map(({ awardId, personId, framework, block: blockHeld }) => ({
          awardId,
          personId,
          framework,
          block: blockHeld,
        })),
        ...ground,
        decidedOn,
        authority: authorityOf(authority),
      },
    },
  ];
}

function heldBy(person: Person): Held[] {
  if (person.status === 'absent') return [];
  return [...person.awards.values()].map((award) => ({ ...award, personId: person.personId }));
}

/** Why the awards give the block: they are of the same fiche and block, or are all that a link asks for, and nothing else. */
function groundOf(
  block: string,
  cited: readonly Held[],
  day: string,
  { framework, publications }: Frame,
): { readonly correspondenceId: string | null; readonly link: number | null } | undefined {
  if (!framework?.blocks.some(({ code }) => code === block)) return undefined;
  const [first, ...others] = cited;
  if (others.length === 0 && first!.framework.number === framework.number && first!.block === block)
    return { correspondenceId: null, link: null };
  const blocks = cited.map((one) => one.block);
  for (const one of publications.correspondences.values()) {
    if (one.version !== framework.version || !isInForce(one, day)) continue;
    if (!cited.every((award) => isSame(award.framework, one.older))) continue;
    const found = one.links.find(
      ({ olderBlocks, newerBlocks }) =>
        newerBlocks.includes(block) &&
        olderBlocks.length === blocks.length &&
        olderBlocks.every((older) => blocks.includes(older)),
    );
    if (found) return { correspondenceId: one.correspondenceId, link: found.link };
  }
  return undefined;
}

function isInForce({ retiredOn }: Correspondence, day: string): boolean {
  return retiredOn === null || day < retiredOn;
}

function isSame(one: FrameworkReference, other: FrameworkReference): boolean {
  return one.number === other.number && one.version === other.version;
}
