import type { Block, Framework } from '@minutier/framework';

export const PART_LEVELS = ['block', 'function', 'modality'] as const;
export type PartLevel = (typeof PART_LEVELS)[number];

/** A part of a fiche, small or large, with the block that it belongs to and the lines that it holds. */
export interface FichePart {
  readonly label: string;
  readonly block: Pick<Block, 'code' | 'label'>;
  /** Code at each level from the block down to the part's own; null below it. */
  readonly codes: Readonly<Record<PartLevel, string | null>>;
  readonly modalities: readonly string[];
}

/** The part with that code at that level; undefined where the fiche has none. */
export function partOf(framework: Framework, level: PartLevel, code: string): FichePart | undefined {
  return framework.blocks.flatMap((block) => partsOf(block)).find(({ codes }) => isOf(codes, level, code));
}

function isOf(codes: FichePart['codes'], level: PartLevel, code: string): boolean {
  const below = PART_LEVELS[PART_LEVELS.indexOf(level) + 1];
  return codes[level] === code && (below === undefined || codes[below] === null);
}

function partsOf({ code, label, functions }: Block): FichePart[] {
  const block = { code, label };
  const lines = functions.flatMap(({ modalities }) => modalities.map(({ id }) => id));
  return [
    { label, block, codes: { block: code, function: null, modality: null }, modalities: lines },
    ...functions.flatMap((one) => {
      const codes = { block: code, function: one.code, modality: null };
      const own = one.modalities.map(({ id, exact }) => ({
        label: exact,
        block,
        codes: { ...codes, modality: id },
        modalities: [id],
      }));
      return [{ label: one.label, block, codes, modalities: one.modalities.map(({ id }) => id) }, ...own];
    }),
  ];
}
