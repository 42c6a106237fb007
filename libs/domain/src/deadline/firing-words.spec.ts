import { firingWords } from './firing-words';

const DUE = '2020-06-01T01:00:00.000Z';

describe('when a rung was due and when it was written', () => {
  it.each([DUE, '2020-06-01T01:00:12.000Z', '2020-06-01T01:01:00.000Z'])(
    'is one where it was written at %s',
    (firedAt) => {
      expect(firingWords({ at: DUE, firedAt })).toBeNull();
    },
  );

  it('is said both where a rehearsal or an outage lies between', () => {
    expect(firingWords({ at: DUE, firedAt: '2020-06-03T02:00:00.000Z' })).toEqual({
      zh: '应于2020年6月1日 09:00，记录于2020年6月3日 10:00',
      en: 'due at 2020-06-01 09:00, written at 2020-06-03 10:00',
    });
    expect(firingWords({ at: DUE, firedAt: '2020-06-01T01:01:00.001Z' })?.zh).toContain('记录于2020年6月1日 09:01');
  });

  it('is not asked of a rung that no notice had placed', () => {
    expect(firingWords({ at: null, firedAt: DUE })).toBeNull();
  });
});
