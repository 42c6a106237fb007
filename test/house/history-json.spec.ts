import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils';

/** Fails where npm has put several copies of protobufjs 8 side by side (docs/decisions/0007-lock-file.md). */
describe('histories as JSON', () => {
  it('come back as they were', () => {
    const events = [
      {
        eventId: '1',
        eventTime: '2020-04-17T01:00:00Z',
        eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_STARTED',
        workflowExecutionStartedEventAttributes: { workflowType: { name: 'branch' }, attempt: 1 },
      },
    ];
    expect(JSON.parse(historyToJSON(historyFromJSON({ events })))).toEqual({ events });
  });
});
