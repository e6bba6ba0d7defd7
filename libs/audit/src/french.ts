import { Temporal } from 'temporal-polyfill';

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

/** «12 mars 2019», «1er mars 2019», of a civil date. */
export function dayInWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  const name = MONTHS[(month ?? 0) - 1];
  if (name === undefined || !Number.isInteger(day)) return 'jour illisible';
  return `${day === 1 ? '1er' : day} ${name} ${year}`;
}

/** «12 mars 2019 à 9 h 05», as a clock in Paris shows an instant. */
export function momentInWords(instant: string): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Paris');
  const clock = `${at.hour} h ${String(at.minute).padStart(2, '0')}`;
  return `${dayInWords(at.toPlainDate().toString())} à ${clock}`;
}

/** The hour alone: «9 h 05». */
export function hourInWords(instant: string): string {
  return momentInWords(instant).split(' à ')[1]!;
}

/** An exact decimal with a comma, written with as many digits after it as the step has at least. */
export function decimalInWords(value: string, step = '1'): string {
  const [whole, fraction = ''] = value.split('.');
  const [, digits = ''] = step.split('.');
  const shown = fraction.padEnd(digits.length, '0');
  return shown === '' ? whole! : `${whole},${shown}`;
}

/** «a, b et c». */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} et ${items.at(-1)}`;
}

/** «1 ligne», «3 lignes». */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count < 2 ? one : many}`;
}

/** «de Camille», «d’Alix», «du centre», «des examens». */
export function of(name: string): string {
  if (/^le /.test(name)) return `du ${name.slice(3)}`;
  if (/^les /.test(name)) return `des ${name.slice(4)}`;
  return /^[aeiouyhàâéèêëîïôöù]/i.test(name) ? `d’${name}` : `de ${name}`;
}

/** «à Camille», «au centre», «aux examens». */
export function to(name: string): string {
  if (/^le /.test(name)) return `au ${name.slice(3)}`;
  if (/^les /.test(name)) return `aux ${name.slice(4)}`;
  return `à ${name}`;
}

/** With a capital at its beginning. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A sentence closed by its point; a quotation that ends with one of its own needs no other. */
export function ended(text: string): string {
  return /[.!?…]( »)?$/.test(text) ? text : `${text}.`;
}

/** Whole sentences with one space between them, those that say nothing left out. */
export function sentences(...parts: readonly (string | null | undefined | false)[]): string {
  return parts.filter((part): part is string => typeof part === 'string' && part !== '').join(' ');
}
