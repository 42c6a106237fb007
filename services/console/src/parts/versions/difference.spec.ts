import { differences, type PaperLine } from './difference';

const line = (key: string, text: string): PaperLine => ({ key, label: key.toUpperCase(), text });

it('names nothing where both say the same', () => {
  expect(differences([line('a', '制度未上墙')], [line('a', '制度未上墙')])).toEqual([]);
});

it('marks on each side the words that only it has', () => {
  const [found] = differences([line('a', '六月底前补齐')], [line('a', '九月底前补齐')]);
  expect(found).toMatchObject({ key: 'a', label: 'A' });
  const own = (pieces: readonly { text: string; isOwn: boolean }[] = []) =>
    pieces.filter(({ isOwn }) => isOwn).map(({ text }) => text);
  const whole = (pieces: readonly { text: string }[] = []) => pieces.map(({ text }) => text).join('');
  expect([whole(found?.before), whole(found?.after)]).toEqual(['六月底前补齐', '九月底前补齐']);
  expect(own(found?.before).join()).toContain('六');
  expect(own(found?.after).join()).toContain('九');
  expect(own(found?.after).join()).not.toContain('补齐');
});

it('tells what only one of them has: new fields in their place, gone ones last', () => {
  const found = differences([line('gone', '旧'), line('same', '同')], [line('new', '新'), line('same', '同')]);
  expect(found.map(({ key, before, after }) => [key, before.length, after.length])).toEqual([
    ['new', 0, 1],
    ['gone', 1, 0],
  ]);
});
