import { ORGANISATION_STEPS, STEP_WORDS } from '@app/domain';
import { AwaitedDate, dayOf, LightOf, ORGANISATION, WaitingOn, YEAR } from '../../parts/list/cells';
import type { List } from '../../parts/list/list';
import { RunLink } from '../../parts/run-link';

export const ORGANISATION_RUNS: List<'/api/v1/organisation-runs'> = {
  path: '/api/v1/organisation-runs',
  filters: [
    YEAR,
    ORGANISATION,
    {
      name: 'step',
      kind: 'choice',
      words: Object.fromEntries(ORGANISATION_STEPS.map((step) => [step, STEP_WORDS[step]])),
    },
  ],
  columns: [
    {
      name: 'organisation',
      fields: ['organisationCode', 'organisationName'],
      cell: ({ id, organisationName }) => (
        <RunLink kind="organisation-runs" id={id}>
          {organisationName}
        </RunLink>
      ),
    },
    { name: 'year', fields: ['year'], cell: ({ year }) => year },
    { name: 'step', fields: ['step'], cell: ({ step }, { say }) => say(STEP_WORDS[step]) },
    { name: 'ownLight', fields: ['light'], cell: ({ light }) => <LightOf light={light} /> },
    {
      name: 'waitingOn',
      fields: ['waitingOn.role', 'waitingOn.bodyId'],
      cell: ({ waitingOn }, writing) => <WaitingOn office={waitingOn} writing={writing} />,
    },
    {
      name: 'awaited',
      fields: ['awaited.kind', 'awaited.dueDate', 'awaited.workdaysLeft', 'awaited.light'],
      cell: ({ awaited }, writing) => <AwaitedDate awaited={awaited} writing={writing} />,
    },
    { name: 'since', fields: ['since'], cell: ({ since }, writing) => dayOf(since, writing) },
    {
      name: 'plannedThisYear',
      fields: ['plannedThisYear'],
      isNumber: true,
      cell: ({ plannedThisYear }) => plannedThisYear,
    },
    {
      name: 'plannedNextYear',
      fields: ['plannedNextYear'],
      isNumber: true,
      cell: ({ plannedNextYear }) => plannedNextYear,
    },
    { name: 'sentAt', fields: ['sentAt'], isExtra: true, cell: ({ sentAt }, writing) => dayOf(sentAt, writing) },
    {
      name: 'registeredAt',
      fields: ['registeredAt'],
      isExtra: true,
      cell: ({ registeredAt }, writing) => dayOf(registeredAt, writing),
    },
  ],
};
