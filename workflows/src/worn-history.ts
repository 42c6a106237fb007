/**
 * When a run goes on in a new history: a replay of so many events takes some three of the ten seconds that a task may take
 * (1.2 ms each), and the engine refuses further commands after 2,000 in one execution and further events after 51,200.
 */
export const WORN_EVENTS = 2500;

/** Commands that one execution takes. */
export const WORN_COMMANDS = 800;
