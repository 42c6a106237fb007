/** SQL of a number that differs from row to row and is the same in each run: to spread values over the rows of a table. */
export function scattered(salt: string): string {
  return salt === '' ? 'CRC32(id)' : `CRC32(CONCAT(id, '${salt}'))`;
}
