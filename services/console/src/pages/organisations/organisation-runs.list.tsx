import { ORGANISATION_STEPS, STEP_WORDS } from '@app/domain';
import { AwaitedDate, dayOf, LightOf, ORGANISATION, WaitingOn, YEAR } from '../../parts/list/cells';
import { listOf } from '../../parts/list/list';
import { RunLink } from '../../parts/run-link';

export const ORGANISATION_RUNS = listOf('organisation-runs', {
  filters: {
    year: YEAR,
    organisationId: ORGANISATION,
    step: { kind: 'choice', words: Object.fromEntries(ORGANISATION_STEPS.map((step) => [step, STEP_WORDS[step]])) },
  },
  columns: {
    organisation: {
      fields: ['organisationCode', 'organisationName'],
      cell: ({ id, organisationName }) => (
        <RunLink kind="organisation-runs" id={id}>
          {organisationName}
        </RunLink>
      ),
    },
    year: { fields: ['year'], cell: ({ year }) => year },
    step: { fields: ['step'], cell: ({ step }, { say }) => say(STEP_WORDS[step]) },
    ownLight: { fields: ['light'], cell: ({ light }) => <LightOf light={light} /> },
    waitingOn: {
      fields: ['waitingOn.role', 'waitingOn.bodyId'],
      cell: ({ waitingOn }, writing) => <WaitingOn office={waitingOn} writing={writing} />,
    },
    awaited: {
      fields: ['awaited.kind', 'awaited.dueDate', 'awaited.workdaysLeft', 'awaited.light'],
      cell: ({ awaited }, writing) => <AwaitedDate awaited={awaited} writing={writing} />,
    },
    since: { fields: ['since'], cell: ({ since }, writing) => dayOf(since, writing) },
    plannedThisYear: { fields: ['plannedThisYear'], isNumber: true, cell: ({ plannedThisYear }) => plannedThisYear },
    plannedNextYear: { fields: ['plannedNextYear'], isNumber: true, cell: ({ plannedNextYear }) => plannedNextYear },
    sentAt: { fields: ['sentAt'], isExtra: true, cell: ({ sentAt }, writing) => dayOf(sentAt, writing) },
    registeredAt: {
      fields: ['registeredAt'],
      isExtra: true,
      cell: ({ registeredAt }, writing) => dayOf(registeredAt, writing),
    },
  },
});
