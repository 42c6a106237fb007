import { DEADLINE_COLUMNS, ORGANISATION, YEAR } from '../../parts/list/cells';
import type { List } from '../../parts/list/list';

const { matter, responsible, dueDate, light, lastHeard } = DEADLINE_COLUMNS;

export const LATE_ENTRIES: List<'/api/v1/late-entries'> = {
  path: '/api/v1/late-entries',
  filters: [YEAR, ORGANISATION],
  columns: [matter, responsible, dueDate, light, { ...lastHeard, name: 'met', fields: ['metAt', 'metHow'] }],
};
