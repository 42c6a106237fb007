/** Who touched nothing for so long is taken to be away. */
const AWAY_AFTER_MS = 60_000;

let touchedAt = performance.now();
for (const kind of ['pointerdown', 'keydown', 'wheel', 'touchstart']) {
  addEventListener(kind, () => (touchedAt = performance.now()), { capture: true, passive: true });
}

/** Whether somebody is at this page, or it asks by itself: then it does not keep his session alive. */
export function isAttended(): boolean {
  return performance.now() - touchedAt < AWAY_AFTER_MS;
}
