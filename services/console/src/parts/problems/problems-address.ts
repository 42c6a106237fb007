/** To the problems of a branch, in the latest of its years; one of them is named by `problem`. */
export function problemsAddress(branchId: string): string {
  return `/branches/${branchId}/problems`;
}
