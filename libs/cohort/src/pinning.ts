import type { Framework, FrameworkReference, Rules } from '@minutier/framework';
import { type Refusal, refuse } from '@minutier/ledger';

export type PinRefusal =
  | 'FRAMEWORK_NOT_PUBLISHED'
  | 'FRAMEWORK_RETIRED'
  | 'RULES_NOT_ADOPTED'
  | 'RULES_OF_ANOTHER_FRAMEWORK'
  | 'RULES_RETIRED';

/** Why a version of a framework cannot be pinned from a day on; undefined is one that does not exist. */
export function refusedFramework(
  published: Framework | undefined,
  day: string,
  pointer: string,
): Refusal<'FRAMEWORK_NOT_PUBLISHED' | 'FRAMEWORK_RETIRED'> | undefined {
  if (!published) {
    return refuse(
      'FRAMEWORK_NOT_PUBLISHED',
      pointer,
      'Cette version de la fiche n’est pas publiée.',
      'This version of the fiche is not published.',
    );
  }
  if (published.retired === null || day < published.retired.effectiveOn) return undefined;
  return refuse(
    'FRAMEWORK_RETIRED',
    pointer,
    `Cette version de la fiche est retirée depuis le ${published.retired.effectiveOn}.`,
    `This version of the fiche was retired on ${published.retired.effectiveOn}.`,
  );
}

/** Why a version of the rules cannot be pinned with a framework from a day on; undefined is one that does not exist. */
export function refusedRules(
  adopted: Rules | undefined,
  framework: FrameworkReference,
  day: string,
  pointer: string,
): Refusal<'RULES_NOT_ADOPTED' | 'RULES_OF_ANOTHER_FRAMEWORK' | 'RULES_RETIRED'> | undefined {
  if (!adopted) {
    return refuse(
      'RULES_NOT_ADOPTED',
      pointer,
      'Cette version du règlement n’est pas adoptée.',
      'This version of the rules is not adopted.',
    );
  }
  const { number, version } = adopted.framework;
  if (number !== framework.number || version !== framework.version) {
    return refuse(
      'RULES_OF_ANOTHER_FRAMEWORK',
      pointer,
      `Ce règlement porte sur ${number}, version ${version}.`,
      `These rules are for ${number}, version ${version}.`,
    );
  }
  if (adopted.retired === null || day < adopted.retired.effectiveOn) return undefined;
  return refuse(
    'RULES_RETIRED',
    pointer,
    `Cette version du règlement est abrogée depuis le ${adopted.retired.effectiveOn}.`,
    `This version of the rules was retired on ${adopted.retired.effectiveOn}.`,
  );
}

/** Why rules cannot replace others under marks that stand: a mark keeps its scale, so the scale must go on. */
export function refusedScales(
  { scales }: Rules,
  marked: readonly string[],
  pointer: string,
): Refusal<'SCALE_DROPPED'> | undefined {
  const dropped = marked.filter((code) => !scales.some((scale) => scale.code === code));
  if (dropped.length === 0) return undefined;
  return refuse(
    'SCALE_DROPPED',
    pointer,
    `Des notes tiennent sur un barème que ce règlement n’a pas : ${dropped.join(', ')}.`,
    `Marks stand on a scale that these rules have not: ${dropped.join(', ')}.`,
  );
}
