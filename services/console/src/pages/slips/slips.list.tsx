import { COLOUR_WORDS, SLIP_STATE_WORDS, slipNumberWords } from '@app/domain';
import { dateOf, dayOf, LightOf, matterOf, nameOf, ORGANISATION, wordOfCode, YEAR } from '../../parts/list/cells';
import { listOf } from '../../parts/list/list';
import { QuickLink } from '../../parts/quick-link';
import { lastHeardOfSlip } from '../../parts/slips/slip-words';

const { blue, yellow, red } = COLOUR_WORDS;

/** Its columns stand as in the ledger of supervision: 编号, 事项, 责任单位, 时限, 灯, 最近反馈, 督办单. */
export const SLIPS = listOf('slips', {
  filters: {
    year: YEAR,
    organisationId: ORGANISATION,
    colour: { kind: 'choice', words: { blue, yellow, red } },
    state: { kind: 'choice', words: SLIP_STATE_WORDS },
  },
  columns: {
    serial: {
      fields: ['serialYear', 'serial'],
      cell: (slip, { say }) => {
        const number = slipNumberWords(slip);
        return number ? say(number) : '—';
      },
    },
    matter: { fields: ['year', 'kind'], cell: matterOf },
    responsible: {
      fields: ['organisationId', 'branchId'],
      cell: ({ branchId, organisationId }, writing) => nameOf(branchId ?? organisationId, writing),
    },
    dueDate: { fields: ['dueDate'], cell: ({ dueDate }, writing) => dateOf(dueDate, writing) },
    light: { fields: ['light'], cell: ({ light }) => <LightOf light={light} /> },
    lastHeard: {
      fields: ['receivedOn', 'answeredAt', 'answer'],
      cell: (slip, { say, dates }) => lastHeardOfSlip(slip, { say, date: dates.date }),
    },
    slip: {
      fields: ['colour', 'state'],
      cell: ({ id, colour, state }, writing) => (
        <QuickLink to={`/slips/${id}`}>
          {wordOfCode(COLOUR_WORDS, colour, writing)} {writing.say(SLIP_STATE_WORDS[state])}
        </QuickLink>
      ),
    },
    branches: {
      fields: ['lines'],
      isExtra: true,
      cell: ({ lines }, writing) => lines.map((id) => nameOf(id, writing)).join(writing.dates.comma) || '—',
    },
    documentNumber: {
      fields: ['documentNumber'],
      isExtra: true,
      cell: ({ documentNumber }) => documentNumber ?? '—',
    },
    draftedAt: { fields: ['draftedAt'], isExtra: true, cell: ({ draftedAt }, writing) => dayOf(draftedAt, writing) },
    issuedAt: { fields: ['issuedAt'], isExtra: true, cell: ({ issuedAt }, writing) => dayOf(issuedAt, writing) },
    receivedOn: {
      fields: ['receivedOn'],
      isExtra: true,
      cell: ({ receivedOn }, writing) => dateOf(receivedOn, writing),
    },
    answerDate: {
      fields: ['answerDate'],
      isExtra: true,
      cell: ({ answerDate }, writing) => dateOf(answerDate, writing),
    },
    closedAt: { fields: ['closedAt'], isExtra: true, cell: ({ closedAt }, writing) => dayOf(closedAt, writing) },
  },
});
