import { BODY_WORDS, COLOUR_WORDS, DEADLINE_WORDS, SLIP_STATE_WORDS } from '@app/domain';
import { AREA, DEADLINE_COLUMNS, dayOf, LIGHT, ORGANISATION, wordOfCode, YEAR } from '../../parts/list/cells';
import { listOf } from '../../parts/list/list';

const { matter, responsible, dueDate, light, lastHeard } = DEADLINE_COLUMNS;
const { organisation, branch } = BODY_WORDS;

/** Its columns stand as in a table of supervision: 事项, 责任单位, 时限, 灯, 最近反馈, 督办单. */
export const DEADLINES = listOf('deadlines', {
  filters: {
    year: YEAR,
    organisationId: ORGANISATION,
    kind: { kind: 'choice', words: DEADLINE_WORDS },
    light: LIGHT,
    open: { kind: 'flag' },
    areaId: { ...AREA, isRare: true },
    of: { kind: 'choice', words: { organisation, branch }, isRare: true },
  },
  columns: {
    matter,
    responsible,
    dueDate,
    light,
    lastHeard,
    slip: {
      fields: ['slip.colour', 'slip.state', 'slip.draftedAt'],
      cell: ({ slip }, writing) =>
        slip ? (
          <>
            {wordOfCode(COLOUR_WORDS, slip.colour, writing)} {writing.say(SLIP_STATE_WORDS[slip.state])}
            <span className="quiet second">{dayOf(slip.draftedAt, writing)}</span>
          </>
        ) : (
          <span className="quiet">—</span>
        ),
    },
    openedAt: { fields: ['openedAt'], isExtra: true, cell: ({ openedAt }, writing) => dayOf(openedAt, writing) },
  },
});
