import { endWithParent } from '@app/platform';

// Loaded before a client that knows nothing of the starter (`node --require`): when the starter is gone, so is the client.
endWithParent(() => process.exit(130));
