import fc from 'fast-check';
import { addDays, atShanghai } from '../time/civil-date';
import { dueRungs, fireRungs, moveDeadline, pauseDeadline, resumeDeadline, type Deadline } from './deadline';
import { lightAt } from './light';
import { instantOf, msOf } from '../time/time';
import { calendar, meet, openedAt, survey } from '../../../../test/support/deadline-cases';

describe('whatever happens to a deadline', () => {
  type Act = { readonly kind: 'fire' | 'pause' | 'resume' | 'move'; readonly hours: number };
  const acts = fc.array(
    fc.record<Act>({
      kind: fc.constantFrom('fire', 'pause', 'resume', 'move'),
      hours: fc.integer({ min: 0, max: 600 }),
    }),
    { maxLength: 12 },
  );
  const play = (list: readonly Act[], watch: (deadline: Deadline, now: string) => void): [Deadline, string] => {
    let deadline = survey;
    let now = openedAt;
    for (const act of list) {
      now = instantOf(msOf(now) + act.hours * 3_600_000);
      if (act.kind === 'fire') {
        watch(deadline, now);
        deadline = fireRungs(
          deadline,
          dueRungs(deadline, now).map((each) => each.rung),
          now,
        );
      } else if (act.kind === 'move' && deadline.pausedAt === null) {
        const dueDate = addDays(now.slice(0, 10), act.hours % 40);
        deadline = moveDeadline(deadline, { remindByDate: dueDate, dueDate, movedAt: now }, calendar);
      } else if (act.kind === 'pause' && deadline.pausedAt === null) deadline = pauseDeadline(deadline, now);
      else if (act.kind === 'resume' && deadline.pausedAt !== null) deadline = resumeDeadline(deadline, now);
    }
    return [deadline, now];
  };

  it('each rung of a generation fires at most once, not early and not skipped', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const seen = new Set<string>();
        play(list, (deadline, now) => {
          for (const each of dueRungs(deadline, now)) {
            const key = `${deadline.generation}/${each.rung}`;
            expect(seen.has(key)).toBe(false);
            expect(each.at! <= now && !each.skipped && deadline.pausedAt === null).toBe(true);
            seen.add(key);
          }
        });
      }),
    );
  });

  it('once it has been late it is never met green', () => {
    fc.assert(
      fc.property(acts, fc.integer({ min: 0, max: 600 }), (list, hours) => {
        let wasLate = false;
        const [deadline, last] = play(
          list.flatMap((act) => [
            { kind: 'fire' as const, hours: act.hours },
            { ...act, hours: 0 },
          ]),
          (each, now) => {
            wasLate ||= ['late', 'very-late'].includes(lightAt(each, now));
          },
        );
        const now = instantOf(msOf(last) + hours * 3_600_000);
        if (wasLate) expect(lightAt(meet(deadline, now), now)).toBe('met-late');
      }),
    );
  });

  it('thresholds stay in order and the rungs stay within reach of their date', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const [deadline] = play(list, () => undefined);
        expect(deadline.nearAt! <= deadline.dueAt! && deadline.dueAt! <= deadline.veryLateAt!).toBe(true);
        for (const each of deadline.rungs.filter(({ kind }) => kind === 'escalate')) {
          expect(each.at! >= deadline.dueAt!).toBe(true);
        }
        expect(atShanghai(deadline.dueDate!, '00:00') < deadline.dueAt!).toBe(true);
      }),
    );
  });
});
