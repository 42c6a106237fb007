import { DEADLINE_COLUMNS, ORGANISATION, YEAR } from '../../parts/list/cells';
import { listOf } from '../../parts/list/list';

const { matter, responsible, dueDate, light, lastHeard } = DEADLINE_COLUMNS;

export const LATE_ENTRIES = listOf('late-entries', {
  filters: { year: YEAR, organisationId: ORGANISATION },
  columns: { matter, responsible, dueDate, light, met: { ...lastHeard, fields: ['metAt', 'metHow'] } },
});
