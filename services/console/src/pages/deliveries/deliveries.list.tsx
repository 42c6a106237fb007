import { DELIVERY_STATE_WORDS, TRY_OUTCOME_WORDS } from '@app/domain';
import { nameOf } from '../../parts/list/cells';
import { listOf } from '../../parts/list/list';

export const DELIVERIES = listOf('deliveries', {
  filters: { state: { kind: 'choice', words: DELIVERY_STATE_WORDS } },
  columns: {
    madeAt: { fields: ['madeAt'], cell: ({ madeAt }, { dates }) => dates.time(madeAt) },
    person: { fields: ['personId'], cell: ({ personId }, writing) => nameOf(personId, writing) },
    notices: { fields: ['notices'], isNumber: true, cell: ({ notices }) => notices },
    state: { fields: ['state'], cell: ({ state }, { say }) => say(DELIVERY_STATE_WORDS[state]) },
    tries: { fields: ['tries'], isNumber: true, cell: ({ tries }) => tries },
    lastTriedAt: {
      fields: ['lastTriedAt'],
      cell: ({ lastTriedAt }, { dates }) => (lastTriedAt ? dates.time(lastTriedAt) : '—'),
    },
    lastOutcome: {
      fields: ['lastOutcome'],
      cell: ({ lastOutcome }, { say }) => (lastOutcome ? say(TRY_OUTCOME_WORDS[lastOutcome]) : '—'),
    },
    lastAnswer: { fields: ['lastAnswer'], cell: ({ lastAnswer }) => lastAnswer ?? '—' },
    nextTryAt: { fields: ['nextTryAt'], cell: ({ nextTryAt }, { dates }) => (nextTryAt ? dates.time(nextTryAt) : '—') },
  },
});
