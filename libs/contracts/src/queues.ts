/** Task queue of the workflows and their local writes. */
export const PROCESS_QUEUE = 'duibiao-processes';

/** Task queue of the keepers, so that hundreds of them that wake at one instant do not stand before the commands. */
export const KEEPER_QUEUE = 'duibiao-keepers';

/** Task queue of what is slow or foreign: telling other runs, starting runs, daily reminders. */
export const ERRAND_QUEUE = 'duibiao-errands';

/** Task queue of what leaves the building, so that a mail server that hangs holds up nothing of ours. */
export const DELIVERY_QUEUE = 'duibiao-deliveries';

/** There is one. */
export const DELIVERIES_WORKFLOW_ID = 'deliveries';
