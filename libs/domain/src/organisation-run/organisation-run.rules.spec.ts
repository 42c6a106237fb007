import { struckPointer } from './struck';
import { type OrganisationRunSetting, type OrganisationRunState, UNOPENED_ORGANISATION_RUN } from './organisation-run';
import type { OrganisationRunCommand, OrganisationRunLookup } from './organisation-run.command';
import { decideCommand, hearNews } from '../process/run-rules';
import { ORGANISATION_RUN } from './organisation-run.process';

describe('the list of conclusions (苏委工〔2020〕6号 三.4)', () => {
  const superior = { role: 'organisation-officer', bodyKind: 'organisation', bodyId: 'o' } as const;
  const setting = { superior, deadlines: [] } as unknown as OrganisationRunSetting;
  const submit = (passed: readonly string[]) =>
    decideCommand(
      ORGANISATION_RUN,
      {
        setting,
        state: { ...UNOPENED_ORGANISATION_RUN, step: 'assessing' },
        lookup: { conclusions: { documentId: 'l', digest: 'd', passed, failed: [], reviewed: ['b'], pending: [] } },
      },
      {
        command: { name: 'submitConclusions', input: { digest: 'd' } },
        attribution: { actor: 'p', office: 'organisation-officer', receivedAt: '2022-06-28T02:00:00.000Z' },
      },
    ).deadlines;

  it('meets the assessment date and leaves decision and filing due', () => {
    expect(submit(['b'])).toEqual([{ action: 'meet', kind: 'assessment', submittedAt: '2022-06-28T02:00:00.000Z' }]);
  });

  it('ends the dates of decision and filing where no branch passed: nobody is late with nothing', () => {
    expect(submit([])).toMatchObject([
      { action: 'meet', kind: 'assessment' },
      { action: 'void', kind: 'decision' },
      { action: 'void', kind: 'filing' },
    ]);
  });
});

describe('a registration or a correction whose date has passed, while no keeper told of it', () => {
  const superior = { role: 'organisation-officer', bodyKind: 'organisation', bodyId: 'o' } as const;
  const setting = { superior, deadlines: [], registrationWorkdays: 5 } as unknown as OrganisationRunSetting;
  const sentAt = '2020-11-18T02:00:00.000Z';
  const dueAt = '2020-11-25T16:00:00.000Z';
  const returned = { name: 'returnFiling', input: { filingId: 'f', remarksId: 'r', digest: 'd', lines: 1 } } as const;
  const sent = { name: 'sendFiling', input: { digest: 'd' } } as const;
  const decide = (
    step: OrganisationRunState['step'],
    command: OrganisationRunCommand,
    receivedAt: string,
    events: OrganisationRunLookup = {},
  ) => {
    const state = { ...UNOPENED_ORGANISATION_RUN, step, filingId: 'f', sentAt };
    const office = command.name === 'sendFiling' ? 'organisation-officer' : 'committee-officer';
    const attribution = { actor: 'p', office, receivedAt } as const;
    return decideCommand(
      ORGANISATION_RUN,
      { setting, state, lookup: { ...events, expiresAt: dueAt } },
      { command, attribution },
    );
  };
  const remarks = { remarks: { digest: 'd', lines: 1, pointers: [''] } };

  it('was registered by silence: it is neither returned nor registered any more', () => {
    const wrongStep = expect.objectContaining({
      code: 'wrong-step',
      details: expect.objectContaining({ step: 'registered' }),
    });
    expect(decide('registering', returned, '2020-11-25T15:59:59.999Z', remarks).events).toHaveLength(1);
    expect(() => decide('registering', returned, dueAt, remarks)).toThrow(wrongStep);
    expect(() => decide('registering', { name: 'registerFiling', input: { filingId: 'f' } }, dueAt)).toThrow(wrongStep);
  });

  it('is recorded at its own instant, whenever the keeper tells of it', () => {
    const state = { ...UNOPENED_ORGANISATION_RUN, step: 'registering' as const, filingId: 'f', sentAt };
    const message = {
      receivedAt: '2020-11-26T01:00:00.000Z',
      news: { topic: 'registration-silent' },
    } as const;
    const told = (expiresAt: string) =>
      hearNews(ORGANISATION_RUN, { setting, state, lookup: { expiresAt } }, message).events;
    expect(told(dueAt)).toMatchObject([{ type: 'filing-registered', payload: { at: dueAt, bySilence: true } }]);
    expect(told('2020-12-02T16:00:00.000Z')).toEqual([]);
  });

  it('lost is lost: a paper of before the loss that is entered late does not bring it back', () => {
    const lookup = { filing: { filingId: 'f', digest: 'd', lines: 1 }, expiresAt: dueAt };
    const send = (happenedOn: string, before: string | null) =>
      decideCommand(
        ORGANISATION_RUN,
        { setting, state: { ...UNOPENED_ORGANISATION_RUN, step: 'filing', filingId: 'f', sentAt: before }, lookup },
        {
          command: sent,
          attribution: {
            actor: 'p',
            office: 'organisation-officer',
            receivedAt: '2020-11-30T02:00:00.000Z',
            happenedOn,
          },
        },
      ).events.at(-1);
    const details = { pointer: '/happenedOn', basis: { fact: '补正时限届满', on: '2020-11-26' } };
    for (const before of [sentAt, null]) {
      const tooEarly = expect.objectContaining({ code: 'happened-too-early', details });
      expect(() => send('2020-11-25', before)).toThrow(tooEarly);
      expect(send('2020-11-26', before)).toMatchObject({ payload: { sentAt: '2020-11-30T02:00:00.000Z' } });
    }
  });

  it('loses the sending date first, where the filing comes again too late', () => {
    const filing = { filing: { filingId: 'f', digest: 'd', lines: 1 } };
    const before = '2020-11-25T15:59:59.999Z';
    expect(decide('filing', sent, before, filing).events).toMatchObject([{ type: 'filing-sent', payload: { sentAt } }]);
    expect(decide('filing', sent, dueAt, filing).events).toMatchObject([
      { type: 'filing-date-lost', payload: { at: dueAt, filingId: 'f' } },
      { type: 'filing-sent', payload: { at: dueAt, sentAt: dueAt } },
    ]);
  });
});

it('a list that waits for its decision is not handed over again', () => {
  const state = { ...UNOPENED_ORGANISATION_RUN, step: 'deciding' as const, listNo: 1, listId: 'l', listed: 1 };
  const list = { documentId: 'l2', digest: 'same', passed: ['a'], failed: [], reviewed: [], pending: [] };
  const hand = (waiting: string) =>
    decideCommand(
      ORGANISATION_RUN,
      {
        setting: { deadlines: [], superior: { role: 'organisation-officer' } } as unknown as OrganisationRunSetting,
        state,
        lookup: { conclusions: { ...list, waiting } },
      },
      {
        command: { name: 'submitConclusions', input: { digest: 'same' } },
        attribution: { actor: 'p', office: 'organisation-officer', receivedAt: '2020-11-18T02:00:00.000Z' },
      },
    );
  expect(() => hand('same')).toThrow('已经报送');
  expect(hand('another').events).toMatchObject([{ type: 'conclusions-submitted' }]);
});

type Reasons = NonNullable<OrganisationRunLookup['remarks']>;

/** What is different about a decision; `said`: null in the validator, which looks nothing up. */
interface Differing {
  readonly events?: OrganisationRunLookup;
  readonly digest?: string;
  readonly said?: Reasons | null;
  readonly why?: string | null;
}

const reasonsOf = (struck: readonly string[]): Reasons => {
  const pointers = struck.map((_, at) => struckPointer(at));
  return { digest: 'w', lines: pointers.length, pointers };
};

describe("the party group's decision (苏委工〔2020〕6号 三.4)", () => {
  const setting = { deadlines: [] } as unknown as OrganisationRunSetting;
  const state = { ...UNOPENED_ORGANISATION_RUN, step: 'deciding' as const, listNo: 1, listId: 'l', listed: 2 };
  const conclusions = { documentId: 'l', digest: 'd', passed: ['a', 'b'], failed: [], reviewed: [], pending: [] };
  const decide = (
    struck: readonly string[],
    decidedOn = '2020-11-18',
    { events = { conclusions }, digest = 'd', said = reasonsOf(struck), why = 'w' }: Differing = {},
  ) =>
    decideCommand(
      ORGANISATION_RUN,
      { setting, state, lookup: said === null ? undefined : { ...events, remarks: said } },
      {
        command: {
          name: 'recordDecision',
          input: {
            ...{ digest, number: '党组〔2020〕1号', decidedOn, struck, recusals: [] },
            ...(struck.length > 0 && why !== null && { reasonId: 'reasons', reasonDigest: why }),
          },
        },
        attribution: { actor: 'p', office: 'party-group-recorder', receivedAt: '2020-11-18T15:59:59.999Z' },
      },
    );

  it('is on the list that was laid, and names it', () => {
    const refusal = { code: 'list-mismatch', details: { pointer: '/digest', current: 'd' } };
    expect(() => decide([], undefined, { digest: 'of the list before' })).toThrow(expect.objectContaining(refusal));
    expect(decide([]).events).toMatchObject([{ payload: { documentId: 'l', digest: 'd' } }]);
  });

  it('bears the number of no earlier paper of another date', () => {
    const numbers = [{ number: '党组〔2020〕1号', on: '2020-11-17', year: 2020 }];
    const refusal = { code: 'already-exists', details: { pointer: '/number', year: 2020, on: '2020-11-17' } };
    expect(() => decide([], undefined, { events: { conclusions, numbers } })).toThrow(expect.objectContaining(refusal));
    expect(decide([], '2020-11-17', { events: { conclusions, numbers } }).events).toHaveLength(1);
  });

  it('strikes a branch once', () => {
    expect(() => decide(['a', 'a'])).toThrow(expect.objectContaining({ code: 'list-mismatch' }));
    expect(() => decide(['a', 'a'], undefined, { events: {} })).toThrow(
      expect.objectContaining({ code: 'list-mismatch' }),
    );
    expect(decide(['a']).events).toMatchObject([{ payload: { agreed: 1 } }]);
  });

  it('says of every branch that it strikes why, and keeps what it said', () => {
    const refused = (code: string, pointer: string) => expect.objectContaining({ code, details: { pointer } });
    const missing = refused('invalid-input', '/struck');
    expect(() => decide(['a'], undefined, { why: null })).toThrow(missing);
    expect(() => decide(['a'], undefined, { why: null, said: null })).toThrow(missing);
    expect(() => decide(['b', 'a'], undefined, { said: reasonsOf(['b']) })).toThrow(
      refused('invalid-input', '/struck/1/reason'),
    );
    expect(() => decide(['a'], undefined, { said: reasonsOf(['a', 'b']) })).toThrow(missing);
    expect(() => decide(['a'], undefined, { why: 'other words' })).toThrow(refused('digest-mismatch', '/digest'));
    expect(decide(['a'])).toMatchObject({
      events: [{ payload: { struck: ['a'], reasonId: 'reasons', reasonDigest: 'w' } }],
      documents: [{ action: 'freeze', documentId: 'reasons', digest: 'w' }],
    });
    expect(decide([]).documents ?? []).toEqual([]);
  });

  it('ends the date of filing where it agrees to no branch', () => {
    expect(decide(['a']).deadlines).toMatchObject([{ action: 'meet', kind: 'decision' }]);
    expect(decide(['a', 'b']).deadlines).toMatchObject([
      { action: 'meet', kind: 'decision' },
      { action: 'void', kind: 'filing' },
    ]);
  });

  it('was not made tomorrow', () => {
    expect(() => decide([], '2020-11-19')).toThrow(expect.objectContaining({ code: 'happened-in-future' }));
  });
});

describe('a second list, after a first with nothing to decide on', () => {
  const deadlines = ['assessment', 'decision', 'filing'].map((kind) => ({
    kind,
    remindByDate: '2020-11-30',
    dueDate: '2020-11-30',
  }));
  const superior = { role: 'organisation-officer', bodyKind: 'organisation', bodyId: 'o' } as const;
  const setting = { superior, deadlines } as unknown as OrganisationRunSetting;
  const opened = (receivedAt: string, before: Partial<OrganisationRunState>) => {
    const { deadlines: orders = [] } = decideCommand(
      ORGANISATION_RUN,
      {
        setting,
        state: { ...UNOPENED_ORGANISATION_RUN, step: 'assessing', ...before },
        lookup: { conclusions: { documentId: 'l', digest: 'd', passed: ['a'], failed: [], reviewed: [], pending: [] } },
      },
      {
        command: { name: 'submitConclusions', input: { digest: 'd' } },
        attribution: { actor: 'p', office: 'organisation-officer', receivedAt },
      },
    );
    return orders.flatMap((order) => (order.action === 'open' ? [`${order.kind} ${order.dueDate}`] : []));
  };

  it('makes both dates due again, while they have not passed', () => {
    expect(opened('2020-11-30T15:59:59.999Z', { listNo: 1 })).toEqual(['decision 2020-11-30', 'filing 2020-11-30']);
    expect(opened('2020-11-30T16:00:00.000Z', { listNo: 1 })).toEqual([]);
    expect(opened('2020-11-20T02:00:00.000Z', { listNo: 0 })).toEqual([]);
  });

  it('leaves what was decided and filed', () => {
    const all = { listNo: 1, decisionId: 'd', filingId: 'f' };
    expect(opened('2020-11-20T02:00:00.000Z', all)).toEqual([]);
    expect(opened('2020-11-20T02:00:00.000Z', { ...all, filingId: null })).toEqual(['filing 2020-11-30']);
  });
});

describe('the surveys of the branches (苏委工〔2020〕6号 三.1)', () => {
  const survey = { kind: 'survey', remindByDate: '2020-05-31', dueDate: '2020-05-31' } as const;
  const handedOver = [{ submittedAt: '2020-05-20T02:00:00.000Z' }];
  const told = (deadlines: readonly object[], events: object, topic: 'survey-submitted' | 'branch-left') =>
    hearNews(
      ORGANISATION_RUN,
      {
        setting: { deadlines } as unknown as OrganisationRunSetting,
        state: { ...UNOPENED_ORGANISATION_RUN, step: 'planning' },
        lookup: { survey: { open: 0, branches: 1, handedOver, ...events } },
      },
      { receivedAt: '2020-05-20T02:00:00.000Z', news: { topic } },
    );

  it.each([
    [
      'the last one',
      [survey],
      {},
      'survey-submitted',
      [{ action: 'meet-together', kind: 'survey', parts: handedOver }],
    ],
    ['the last that owed one leaves', [survey], { branches: 0 }, 'branch-left', [{ action: 'void', kind: 'survey' }]],
    ['one of several', [survey], { open: 1 }, 'survey-submitted', undefined],
    ['a branch leaves a round without surveys', [], {}, 'branch-left', undefined],
  ] as const)('%s', (_, deadlines, events, topic, orders) => {
    const decision = told(deadlines, events, topic);
    expect(decision.deadlines).toEqual(orders);
    expect(decision.events).toHaveLength(orders ? 1 : 0);
  });
});
