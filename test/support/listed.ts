import type { Page } from 'playwright-core';
import { HandOvers } from './hand-overs';
import type { HttpWorld } from './http';
import { present } from './present';
import type { World } from './world';

/** What a list page says of its length, and its lines. */
export const total = (page: Page) => page.locator('.list-total');
export const lines = (page: Page) => page.locator('table.list tbody tr[data-index]');

/** How many lines the list page says it has; all are read. */
export async function totalOf(page: Page): Promise<number> {
  const [, count] = present(/共 (\d+) 条/.exec(await total(page).innerText()) ?? undefined);
  return Number(count);
}

/** How many lines the API lists to this person. */
export async function lengthOf(http: HttpWorld, person: string, path: string): Promise<number> {
  const { body } = await http.send(person, 'get', { path: `${path}${path.includes('?') ? '&' : '?'}limit=200` });
  return (body.items as unknown[]).length;
}

/** A first round in which one branch's survey of 31 May is late: there are lights of all colours, and slips. */
export async function openLateRound(world: World): Promise<HandOvers> {
  const handOvers = await HandOvers.of(world);
  await handOvers.openRound();
  for (const branch of handOvers.branches.slice(0, 3)) await handOvers.survey(branch);
  await handOvers.goTo('2020-06-08T02:00:00.000Z');
  return handOvers;
}
