import type { Answer } from '@minutier/testing';

/** One line of a transcript, found by its id in the fiche. */
export function lineOf(transcript: Answer['body'], id: string): Answer['body'] {
  return linesOf(transcript).find((line) => line.id === id || line.modality === id);
}

/** Every line of a transcript or of a framework, in the order of the fiche. */
export function linesOf({ blocks }: Answer['body']): Answer['body'][] {
  return blocks.flatMap((block: Answer['body']) => block.functions.flatMap((one: Answer['body']) => one.modalities));
}
