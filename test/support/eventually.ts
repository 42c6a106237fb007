const EVERY_MS = 20;
const LONGEST_MS = 60_000;

/** Asks again until the condition holds; the sentence says in the failure what never came true. */
export async function eventually(holds: () => Promise<boolean>, sentence: string): Promise<void> {
  for (let left = LONGEST_MS / EVERY_MS; left > 0; left -= 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  throw new Error(`never came true: ${sentence}`);
}
