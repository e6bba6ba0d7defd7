/** La Poste has more establishments under its SIREN than there are control digits for: all but its head office only have digits that add up to a multiple of five. */
const LA_POSTE = '356000000';

/** Whether the control digit of a SIRET of fourteen digits is right (Luhn's formula). */
export function isSiret(siret: string): boolean {
  const digits = [...siret].map(Number);
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  // Of fourteen digits, the first and every second after it count twice, the digits of their double added up.
  const weighed = digits.map((digit, index) => (index % 2 === 1 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2));
  return sum(weighed) % 10 === 0 || (siret.startsWith(LA_POSTE) && sum(digits) % 5 === 0);
}
