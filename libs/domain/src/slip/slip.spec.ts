import {
  decideSlip,
  endSlip,
  evolveSlip,
  mayDoWithSlip,
  nextSlip,
  type Slip,
  SLIP_STATES,
  SLIP_TRANSITIONS,
  type SlipCommand,
  type SlipCommandKind,
  slipCommander,
  slipCommands,
  type SlipEvent,
  type SlipMoment,
  slipOffices,
  type SlipState,
} from './slip';

/** Tuesday, 2 June 2020, ten in the morning in Shanghai. */
const AT = '2020-06-02T02:00:00.000Z';
/** The third workday after. */
const ANSWER_DATE = '2020-06-05';
const ON_ANSWER_DATE = '2020-06-04T17:00:00.000Z';
const AFTER_ANSWER_DATE = '2020-06-05T17:00:00.000Z';

const COMMANDS: Readonly<Record<SlipCommandKind, SlipCommand>> = {
  issue: { kind: 'issue', documentNumber: null },
  discard: { kind: 'discard', reason: '已口头督办' },
  withdraw: { kind: 'withdraw', reason: '文号有误' },
  receive: { kind: 'receive', receivedOn: '2020-06-02' },
  answer: { kind: 'answer', answer: '支委会改期，6月10日前报送' },
  close: { kind: 'close', reason: '已另行安排' },
};
const KINDS = Object.keys(COMMANDS) as SlipCommandKind[];

const DRAFTED: SlipEvent = {
  type: 'slip-drafted',
  payload: {
    at: '2020-06-01T01:00:00.000Z',
    deadlineId: 'd1',
    generation: 1,
    rung: '+1',
    colour: 'yellow',
    organisationId: 'o1',
    branchId: 'b1',
    commander: 'organisation',
    lines: ['b1'],
  },
};
const draft = evolveSlip(null, DRAFTED);
const moment = (at = AT, others: readonly Slip[] = []): SlipMoment => ({
  at,
  actor: 'officer',
  others,
  issue: { serial: 7, answerDate: ANSWER_DATE, lines: ['b1'] },
});
const after = (kinds: readonly SlipCommandKind[], at = AT) =>
  kinds.reduce<Slip>(
    (slip, kind) =>
      decideSlip(slip, COMMANDS[kind], moment(kind === 'answer' ? ON_ANSWER_DATE : at)).reduce(evolveSlip, slip),
    draft,
  );
const IN: Readonly<Record<SlipState, Slip>> = {
  draft,
  issued: after(['issue']),
  received: after(['issue', 'receive']),
  answered: after(['issue', 'receive', 'answer']),
  closed: after(['issue', 'close']),
  void: after(['discard']),
};

describe('a supervision slip', () => {
  it('goes from draft by signature, receipt and answer to its end', () => {
    expect(after(['issue', 'receive', 'answer', 'close'])).toMatchObject({
      state: 'closed',
      serialYear: 2020,
      serial: 7,
      issuedBy: 'officer',
      answerDate: ANSWER_DATE,
      receivedOn: '2020-06-02',
      answer: '支委会改期，6月10日前报送',
      ended: 'decided',
      endedBecause: '已另行安排',
    });
  });

  it.each(SLIP_STATES.flatMap((state) => KINDS.map((kind) => [state, kind] as const)))(
    '%s: whether it takes %s',
    (state, kind) => {
      const command = () => decideSlip(IN[state], COMMANDS[kind], moment(ON_ANSWER_DATE));
      if (SLIP_TRANSITIONS[kind].from.includes(state)) {
        expect(command()).toHaveLength(1);
        expect(slipCommands(IN[state], ON_ANSWER_DATE, [])).toContain(kind);
      } else {
        expect(command).toThrow(expect.objectContaining({ code: 'transition-not-allowed' }) as Error);
        expect(slipCommands(IN[state], ON_ANSWER_DATE, [])).not.toContain(kind);
      }
    },
  );

  it('is taken back to a draft, keeps its number, and gets no other when it is issued again', () => {
    const back = after(['issue', 'withdraw']);
    expect(back).toMatchObject({ state: 'draft', serial: 7, issuedAt: null, withdrawnBecause: '文号有误' });
    const [issued] = decideSlip(back, COMMANDS.issue, {
      ...moment('2021-01-04T02:00:00.000Z'),
      issue: { serial: 1, answerDate: null, lines: ['b1'] },
    });
    expect(issued?.payload).toMatchObject({ serialYear: 2020, serial: 7 });
    expect(evolveSlip(back, issued)).toMatchObject({ state: 'issued', withdrawnBecause: null });
  });

  it.each([
    ['the day before', '2020-06-04T15:59:59.999Z', false],
    ['the third workday', ON_ANSWER_DATE, true],
  ])('is answered only where the work is not done three workdays after: %s', (_, at, isTaken) => {
    expect(slipCommands(IN.received, at, []).includes('answer')).toBe(isTaken);
    const command = () => decideSlip(IN.received, COMMANDS.answer, moment(at));
    if (isTaken) expect(command()).toHaveLength(1);
    else expect(command).toThrow('2020年6月5日还没有办结的才须反馈');
  });

  it.each<[string, Slip, string, boolean]>([
    ['is awaited for its answer', IN.issued, ON_ANSWER_DATE, false],
    ['is signed for and awaited', IN.received, ON_ANSWER_DATE, false],
    ['went unanswered', IN.received, AFTER_ANSWER_DATE, true],
    ['has no day for its answer', { ...IN.issued, answerDate: null }, ON_ANSWER_DATE, true],
    ['was never issued', draft, ON_ANSWER_DATE, true],
    ['is over', IN.closed, ON_ANSWER_DATE, true],
  ])('is not issued in the next colour while the former %s', (_, former, at, isIssued) => {
    const red = { ...draft, rung: '+7', colour: 'red' } as const;
    expect(slipCommands(red, at, [former]).includes('issue')).toBe(isIssued);
  });

  it.each([
    ['of tomorrow', '2020-06-03', 'happened-in-future'],
    ['before its issue', '2020-06-01', 'happened-too-early'],
  ])('is not signed for on a day %s', (_, receivedOn, code) => {
    expect(() => decideSlip(IN.issued, { kind: 'receive', receivedOn }, moment())).toThrow(
      expect.objectContaining({ code, details: { pointer: '/receivedOn' } }) as Error,
    );
  });

  it.each(['discard', 'withdraw', 'close'] as const)('asks for a reason: %s', (kind) => {
    const slip = kind === 'discard' ? draft : IN.issued;
    expect(() => decideSlip(slip, { kind, reason: '  ' }, moment())).toThrow(
      expect.objectContaining({ code: 'invalid-input', details: { pointer: '/reason' } }) as Error,
    );
  });
});

describe('the end of a slip without a decision', () => {
  it.each<[SlipState, SlipState]>([
    ['draft', 'void'],
    ['issued', 'closed'],
    ['received', 'closed'],
    ['answered', 'closed'],
  ])('%s → %s', (state, end) => {
    const event = endSlip(IN[state], 'met', AT);
    expect(evolveSlip(IN[state], event as SlipEvent)).toMatchObject({ state: end, ended: 'met', closedAt: AT });
  });

  it.each<SlipState>(['closed', 'void'])('%s stays', (state) => {
    expect(endSlip(IN[state], 'met', AT)).toBeNull();
  });
});

describe('the next colour', () => {
  const before = (state: SlipState, generation = 1) => [{ ...IN[state], id: 'yellow', generation }];

  it.each<[string, ReturnType<typeof before>, ReturnType<typeof nextSlip>]>([
    ['nothing before', [], { isDrafted: true, superseded: [] }],
    ['a draft that nobody issued', before('draft'), { isDrafted: true, superseded: ['yellow'] }],
    ['one that is out', before('issued'), { isDrafted: true, superseded: [] }],
    ['one that was signed for', before('received'), { isDrafted: true, superseded: [] }],
    ['one that was answered', before('answered'), { isDrafted: false, superseded: [] }],
    ['one that was closed by decision', before('closed'), { isDrafted: false, superseded: [] }],
    ['one that was dropped', before('void'), { isDrafted: true, superseded: [] }],
    ['one answered before the date moved', before('answered', 0), { isDrafted: true, superseded: [] }],
  ])('after %s', (_, slips, expected) => {
    expect(nextSlip(slips, 1)).toEqual(expected);
  });
});

describe('who commands and who owes', () => {
  it.each([
    ['branch', false, 'organisation'],
    ['branch', true, 'committee'],
    ['organisation', false, 'committee'],
    ['organisation', true, null],
    ['committee', false, null],
    ['owner', false, null],
  ] as const)('a date of the %s, 直属党支部 %s: %s', (body, direct, commander) => {
    expect(slipCommander(body, direct)).toBe(commander);
  });

  const ofBranch = draft;
  const ofOrganisation = { ...draft, branchId: null, commander: 'committee' } as const;
  it.each([
    ['its organisation', ofBranch, { role: 'organisation-officer', bodyId: 'o1' }, true, false],
    ['another organisation', ofBranch, { role: 'organisation-officer', bodyId: 'o2' }, false, false],
    ['the committee', ofBranch, { role: 'committee-officer', bodyId: 'c' }, false, false],
    ['its secretary', ofBranch, { role: 'branch-secretary', bodyId: 'b1' }, false, true],
    ['another secretary', ofBranch, { role: 'branch-secretary', bodyId: 'b2' }, false, false],
    ['the committee, of an organisation', ofOrganisation, { role: 'committee-officer', bodyId: 'c' }, true, false],
    ['the organisation itself', ofOrganisation, { role: 'organisation-secretary', bodyId: 'o1' }, false, true],
    ['its branch', ofOrganisation, { role: 'branch-secretary', bodyId: 'b1' }, false, false],
  ] as const)('%s', (_, slip, office, commands, owes) => {
    for (const kind of KINDS) {
      expect(mayDoWithSlip(slip, kind, office)).toBe(SLIP_TRANSITIONS[kind].by === 'commander' ? commands : owes);
    }
  });

  it('are told as the offices that act', () => {
    for (const slip of [ofBranch, ofOrganisation]) {
      const { commander, owing } = slipOffices(slip, 'c');
      expect(mayDoWithSlip(slip, 'issue', commander)).toBe(true);
      expect(mayDoWithSlip(slip, 'receive', owing)).toBe(true);
    }
  });
});
