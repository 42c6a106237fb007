import { RightOfWay } from './right-of-way';

/** A piece of work that is begun at once and ends when it is told to. */
function piece() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  const begun = { yet: false };
  const work = () => {
    begun.yet = true;
    return ended;
  };
  return { work, end, begun };
}

test('keepers act side by side while nobody works', async () => {
  const way = new RightOfWay();
  const [one, two] = [piece(), piece()];
  const both = [way.keeper(one.work), way.keeper(two.work)];
  expect([one.begun.yet, two.begun.yet]).toEqual([true, true]);
  one.end();
  two.end();
  await Promise.all(both);
});

test('while a command is at work a keeper waits for the one that acts, and the command waits for none', async () => {
  const way = new RightOfWay();
  const [command, first, second, late] = [piece(), piece(), piece(), piece()];
  const commanded = way.command(command.work);
  const acted = way.keeper(first.work);
  const waited = way.keeper(second.work);
  const also = way.command(late.work);
  expect([command, first, second, late].map(({ begun }) => begun.yet)).toEqual([true, true, false, true]);
  first.end();
  await acted;
  expect(second.begun.yet).toBe(false);
  for (const { end } of [command, late, second]) end();
  await Promise.all([commanded, also, waited]);
  expect(second.begun.yet).toBe(true);
});

test('a keeper acts in the end, however long somebody works and another keeper acts', async () => {
  const way = new RightOfWay();
  const [command, stuck, other] = [piece(), piece(), piece()];
  const begun = [way.command(command.work), way.keeper(stuck.work)];
  other.end();
  await way.keeper(other.work);
  expect(other.begun.yet).toBe(true);
  for (const { end } of [command, stuck]) end();
  await Promise.all(begun);
});

test('a command or a keeper that fails leaves the way free', async () => {
  const way = new RightOfWay();
  const fails = () => Promise.reject(new Error('gone'));
  await expect(way.command(fails)).rejects.toThrow('gone');
  await expect(way.keeper(fails)).rejects.toThrow('gone');
  const [one, two] = [piece(), piece()];
  one.end();
  two.end();
  await Promise.all([way.keeper(one.work), way.keeper(two.work)]);
  expect([one.begun.yet, two.begun.yet]).toEqual([true, true]);
});
