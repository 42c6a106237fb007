import { Socket } from 'node:net';

/** Names the file descriptor on which the starter holds the other end of a pipe; unset without a starter. */
export const parentPipeVariable = 'DUIBIAO_PARENT_FD';

let pipe: Socket | undefined;

/**
 * Calls `onEnd` once when the starter is gone, however it ended (its end of the pipe closes), so that no part of
 * a killed system stays behind. Does nothing where there is no starter, as in a container.
 */
export function endWithParent(onEnd: () => void): void {
  const descriptor = process.env[parentPipeVariable];
  if (!descriptor) return;
  pipe = new Socket({ fd: Number(descriptor), readable: true, writable: true });
  let ended = false;
  const end = (): void => {
    if (ended) return;
    ended = true;
    onEnd();
  };
  pipe.on('end', end).on('close', end).on('error', end).resume();
  pipe.unref();
}

/** Tells the starter that this part now serves (the worker polls, the API listens). Call after `endWithParent`. */
export function tellParentReady(): void {
  pipe?.write('ready\n');
}
