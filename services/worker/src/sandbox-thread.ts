import { globalHandlers } from '@temporalio/worker/lib/workflow/vm-shared';

/** Loaded into the sandbox's thread before the SDK installs its hooks; to its questions for a stack it then says that traces are off. */
Object.assign(globalHandlers, { setPromiseHook: () => undefined });
