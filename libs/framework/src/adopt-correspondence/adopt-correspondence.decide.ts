import { type Decision, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import { authorityOf } from '../authority.js';
import type { CorrespondenceAdopted, CorrespondenceLinkAdopted } from '../framework-changes.events.js';
import type { Framework, Publications } from '../framework.state.js';
import { isSameFramework } from '../framework-reference.js';
import { refusedVersion } from '../version-checks.js';
import type { AdoptCorrespondence, CorrespondenceLinkInput } from './adopt-correspondence.command.js';

export type AdoptCorrespondenceRefusal = 'VERSION_UNKNOWN' | 'BLOCK_UNKNOWN' | 'CORRESPONDENCE_ALREADY_ADOPTED';

/** Between two published versions one correspondence stands, and its links name blocks that are there. */
export function adoptCorrespondence(
  command: SealedCommand<AdoptCorrespondence> & { readonly correspondenceId: string },
  { versions, correspondences }: Publications,
  olderFramework: Framework | undefined,
): Decision<CorrespondenceAdopted | CorrespondenceLinkAdopted, AdoptCorrespondenceRefusal> {
  const { correspondenceId, version, older, adoptedOn, links, authority } = command;
  const newerFramework = versions.find((one) => one.version === version);
  const unknown =
    refusedVersion(versions, version) ??
    refusedVersion(olderFramework ? [olderFramework] : [], older.version, '/older/version');
  if (unknown) return unknown;
  const standing = [...correspondences.values()].find(
    (one) => one.retiredOn === null && one.version === version && isSameFramework(one.older, older),
  );
  if (standing)
    return refuse(
      'CORRESPONDENCE_ALREADY_ADOPTED',
      '/older',
      'Une correspondance lie déjà ces deux versions : abrogez-la d’abord.',
      'A correspondence binds these two versions already: retire it first.',
    );
  const astray = refusedLinks(links, olderFramework!, newerFramework!);
  if (astray) return astray;
  return [
    {
      type: 'CorrespondenceAdopted',
      data: {
        correspondenceId,
        version,
        older: { number: older.number, version: older.version },
        adoptedOn,
        authority: authorityOf(authority),
        linkCount: links.length,
      },
    },
    ...links.map(({ olderBlocks, newerBlocks }, index) => ({
      type: 'CorrespondenceLinkAdopted' as const,
      data: { correspondenceId, link: index + 1, olderBlocks: [...olderBlocks], newerBlocks: [...newerBlocks] },
    })),
  ];
}

function refusedLinks(
  links: readonly SealedCommand<CorrespondenceLinkInput>[],
  older: Framework,
  newer: Framework,
): Refusal<'BLOCK_UNKNOWN'> | undefined {
  for (const [link, { olderBlocks, newerBlocks }] of links.entries()) {
    const sides = [
      ['olderBlocks', olderBlocks, older],
      ['newerBlocks', newerBlocks, newer],
    ] as const;
    for (const [side, blocks, framework] of sides) {
      const astray = blocks.findIndex((code) => !framework.blocks.some((block) => block.code === code));
      if (astray !== -1)
        return refuse(
          'BLOCK_UNKNOWN',
          `/links/${link}/${side}/${astray}`,
          `${framework.number} n’a pas de bloc ${blocks[astray]}.`,
          `${framework.number} has no block ${blocks[astray]}.`,
        );
    }
  }
  return undefined;
}
