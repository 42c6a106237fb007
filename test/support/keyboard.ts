import type { Locator } from 'playwright-core';
import { eventually } from './eventually';
import type { Visit } from './browser';

/** More than any page has places to stop at. */
const ENOUGH = 300;

/**
 * In the page: looks at what has the focus now, and back at what had it before – which must look otherwise without it, or
 * nobody saw that he stood there. Answers what is wrong, in words.
 */
const LOOK = `(async () => {
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame); // what shows it is drawn
  const moving = document.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime < Infinity);
  await Promise.all(moving.map((each) => each.finished.catch(() => undefined)));
  const ringOf = (element) => {
    const { outline, outlineStyle, boxShadow, borderColor } = getComputedStyle(element);
    return (outlineStyle === 'none' ? '' : outline) + boxShadow + borderColor;
  };
  const lookOf = (element) => {
    const { parentElement: parent } = element;
    const around = [element, ...(parent?.children ?? []), parent, parent?.parentElement, parent?.parentElement?.parentElement];
    return around.filter(Boolean).map(ringOf).join('|');
  };
  const isCovered = (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    if (width > innerWidth || height > innerHeight / 2) return false;
    const above = document.elementFromPoint(left + width / 2, top + height / 2);
    return above === null || !(element.parentElement.contains(above) || above.contains(element));
  };
  const said = (element) => element.outerHTML.slice(0, 160);
  const { stood } = globalThis;
  const element = document.activeElement;
  const faults = [];
  const isField = stood?.element.matches('input, textarea'); // antd draws the ring of a field around boxes of its own
  if (!isField && stood?.element.isConnected && stood.element !== element && stood.look === lookOf(stood.element))
    faults.push('no ring around ' + said(stood.element));
  globalThis.stood = element.tabIndex < 0 ? undefined : { element, look: lookOf(element) };
  if (globalThis.stood && isCovered(element)) faults.push('out of sight: ' + said(element));
  return faults;
})()`;

/** Somebody without a mouse before a page: reaches everything by keys, from signing in on. */
export class Keyboard {
  /** Where the focus was not seen, or was lost. */
  readonly faults: string[] = [];
  private hasBegun = false;

  constructor(private readonly visit: Visit) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.visit.page.keyboard.press(key);
    this.hasBegun = true;
  }

  type(text: string): Promise<void> {
    return this.visit.page.keyboard.type(text);
  }

  /** Tab by tab to what is looked for, from where the focus stands. */
  async reach(target: Locator): Promise<void> {
    await target.waitFor({ state: 'attached' }); // what stands for it may be drawn by its label
    await this.visit.settled();
    if (this.hasBegun && (await this.visit.page.evaluate('document.activeElement === document.body')))
      this.faults.push(`the focus was lost before ${String(target)}`);
    for (let stops = 0; stops < ENOUGH; stops += 1) {
      if (await this.isAt(target)) return;
      await this.press('Tab');
      this.faults.push(...(await this.visit.page.evaluate<string[]>(LOOK)));
    }
    throw new Error(`cannot be reached by Tab: ${String(target)}`);
  }

  /** To what is looked for, and gives it this key. */
  async push(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.reach(target);
    await this.press(key);
  }

  async signIn({ login, password }: { readonly login: string; readonly password: string }): Promise<void> {
    const { page } = this.visit;
    await this.reach(page.getByLabel('登录名'));
    await this.type(login);
    await this.reach(page.getByLabel('口令'));
    await this.type(password);
    await this.press('Enter');
    await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
    this.hasBegun = false; // a new page, at whose beginning one stands
  }

  /** By Ctrl-K to the page of this name, at whose beginning one stands then. */
  async goTo(title: string): Promise<void> {
    const { page } = this.visit;
    await this.visit.settled();
    await this.press('Control+K');
    const field = page.getByRole('dialog').getByRole('combobox');
    await eventually(() => this.isAt(field), 'the field to type into has the focus');
    await this.type(title);
    await page.getByRole('option').first().waitFor({ state: 'attached' });
    await this.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
    await eventually(() => this.isAt(page.locator('main')), `${title} has the focus`);
  }

  private isAt(target: Locator): Promise<boolean> {
    return target.evaluate((element) => element === element.ownerDocument.activeElement);
  }
}
