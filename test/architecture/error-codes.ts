/** Codes that one source file can answer with, and calls of refuse() whose code cannot be read from the text. */
export interface CodesFound {
  readonly codes: readonly string[];
  readonly unreadable: number;
}

const CODE = "'([A-Z][A-Z0-9_]+)'";
/** Any call of refuse(), with or without type arguments; not its declaration, not `.refuse(`. */
const REFUSE_CALL = /(?<!function\s)(?<![.\w])refuse(?:<[^>]*>)?\(/g;
const REFUSE_LITERAL = new RegExp(`(?<!function\\s)(?<![.\\w])refuse(?:<[^>]*>)?\\(\\s*${CODE}`, 'g');
/** `refused: 'CODE'` of a refusal written by hand, and `code = 'CODE'` of an error class. */
const REFUSED_LITERAL = new RegExp(`\\brefused: ${CODE}`, 'g');
const CLASS_CODE = new RegExp(`\\breadonly code(?:: string)? = ${CODE}`, 'g');
/** Keys of a table `X_CODES = {…}`: how libs/intake declares the codes of input, one a line at the first indent. */
const CODE_TABLE = /\b[A-Z]+_CODES\b[^=]*=\s*\{\n([\s\S]*?)\n\}/g;
const TABLE_KEY = /^ {2}([A-Z][A-Z0-9_]+):/gm;

/** Reads the codes that a file of code declares, in the four ways in which this code base writes one. */
export function codesIn(source: string): CodesFound {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
  const literal = [...code.matchAll(REFUSE_LITERAL)];
  const others = [...code.matchAll(REFUSED_LITERAL), ...code.matchAll(CLASS_CODE)];
  const tables = [...code.matchAll(CODE_TABLE)].flatMap(([, body]) => [...body!.matchAll(TABLE_KEY)]);
  const codes = [...literal, ...others, ...tables].map(([, found]) => found!);
  return { codes: [...new Set(codes)], unreadable: [...code.matchAll(REFUSE_CALL)].length - literal.length };
}

/** Codes that docs/errors.md explains: the first cell of a table's row, or a heading, alone. */
export function documentedCodes(markdown: string): string[] {
  const places = markdown.matchAll(/^(?:\|\s*|#{2,6} )`?([A-Z][A-Z0-9_]{2,})`?\s*(?:\||$)/gm);
  return [...new Set([...places].map(([, code]) => code!))];
}
