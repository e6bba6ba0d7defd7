import type { Telling } from './telling.js';

/** How an event of one type is told: its French name in the catalogue, and what it says, in whole sentences. */
export type Sentence = readonly [title: string, tell: (say: Telling) => string];
export type SentenceTable = Readonly<Record<string, Sentence>>;
