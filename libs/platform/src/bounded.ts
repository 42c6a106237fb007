/** What `work` answers, or `otherwise` after `limitMs` or where it fails; the work itself is left to its own limits. */
export async function bounded<T>(limitMs: number, work: () => Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), limitMs);
  });
  try {
    return await Promise.race([work(), limit]);
  } catch {
    return otherwise;
  } finally {
    clearTimeout(timer);
  }
}
