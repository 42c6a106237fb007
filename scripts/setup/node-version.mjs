// Plain syntax only: an old Node must be able to read this file far enough to say that it is too old.

/** True where a Node version such as 'v20.20.2' is one the project runs on (^20.19 or >= 22.12). */
export function isSupportedNode(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
}

/** Ends the process with one sentence where this Node is not supported. */
export function checkNode() {
  if (isSupportedNode(process.version)) return;
  console.error(
    '需要 Node 20.19 以上的 20 版，或 22.12 以上；现在是 ' +
      process.version +
      '。 / Node ^20.19 or >= 22.12 is needed; this is ' +
      process.version +
      '.',
  );
  process.exit(1);
}
