/** A JSON pointer (RFC 6901) to a member of what `at` points to. */
export function pointerTo(at: string, key: string): string {
  return `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
