/** The number of a paper of a round; of one that is written after its year beside those of the year's own. */
export function numberIn(
  date: string,
  { of, year, no }: { readonly of: string; readonly year: number; readonly no: number },
): string {
  const writtenIn = date.slice(0, 4);
  return `${of}〔${writtenIn}〕${writtenIn === String(year) ? '' : `${year % 100}`}${no}号`;
}
