import { type Browser, chromium, type Page } from 'playwright-core';
import { sampleLogin } from '@app/persistence';
import { type Figures, quantile } from './figures';
import { LATE_KEY } from './late';
import { type BenchSystem, PASSWORD } from './system';

const OFFICER = 'GW11';
/** Each interaction is done so often, and the first loads as well. */
const TURNS = 5;
/** So many pixels further with each frame: some 400 lines a second, faster than a wheel turns. */
const STRIDE = 300;
/** The year is named: the rows were made without the workflow that opens a round. */
const BOARD = '/overview?year=2020';
/** A page of a list takes what the API takes; of a hundred thousand lines not all are read. */
const READING_MS = 60_000;
const PATIENCE_MS = 60_000;
const WIDTH = { width: 1366, height: 768 };

/** What is done on a page, and in the page's own words how one sees that it is done. */
interface Interaction {
  readonly name: string;
  readonly act: (page: Page) => Promise<unknown>;
  readonly seen: string;
}

const FIRST = `document.querySelector('table.list tbody tr[data-index]')?.textContent`;
const BUSY = `document.querySelector('[aria-busy=true]')`;
const LISTED = `(${FIRST} && !${BUSY})`;
/** The lines are others than before the interaction. */
const CHANGED = `(${LISTED} && ${FIRST} !== window.benchBefore)`;

const choose = (label: string, option: string) => async (page: Page) => {
  await page.getByLabel(label, { exact: true }).click();
  await page.locator('.ant-select-item-option', { hasText: option }).first().waitFor();
  await begin(page);
  await page.locator('.ant-select-item-option', { hasText: option }).first().click();
};

const press = (name: string) => async (page: Page) => {
  await begin(page);
  await page.getByRole('button', { name, exact: true }).click();
};

/** On the list of all runs; each comes after the one before it. */
const ON_LIST: readonly Interaction[] = [
  { name: 'only those of a phase', act: choose('阶段', '摸底调研'), seen: CHANGED },
  { name: 'all again', act: press('清除条件'), seen: CHANGED },
  {
    name: 'in another order',
    act: press('党支部'),
    seen: `(document.querySelector('th[aria-sort=ascending]') && ${LISTED})`,
  },
  { name: 'in the order turned', act: press('党支部'), seen: CHANGED },
  {
    name: 'only those whose name holds what is typed',
    act: async (page) => {
      await page.getByLabel('查找', { exact: true }).fill('第001支部');
      await begin(page);
      await page.keyboard.press('Enter');
    },
    seen: `(${CHANGED} && ${FIRST}.includes('第001支部'))`,
  },
  { name: 'all once more', act: press('清除条件'), seen: CHANGED },
];

/** From the board by its first number to the list behind it, and back. */
const ON_BOARD: readonly Interaction[] = [
  {
    name: 'the list behind a number of the board',
    act: async (page) => {
      await begin(page);
      await page.locator('a.count').nth(20).click();
    },
    seen: LISTED,
  },
  {
    name: 'back to the board',
    act: async (page) => {
      await begin(page);
      await page.evaluate('history.back()');
    },
    seen: `document.querySelector('a.count')`,
  },
];

/** The console in a browser before the lists of `seeded` runs: first load, interactions, scrolling. */
export async function measureConsole(system: BenchSystem, program: string): Promise<Figures> {
  const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const { page, loads } = await firstLoads(browser, system);
    const times = [...(await timesOf(page, '/branch-runs', ON_LIST)), ...(await timesOf(page, BOARD, ON_BOARD))];
    for (const { name, ms } of [...times].sort((a, b) => b.ms - a.ms).slice(0, TURNS)) {
      console.log(`    ${ms.toFixed(0).padStart(6)} ms  ${name}`);
    }
    const scrolled = await scroll(page);
    return {
      console_first_load_kb: await weight(page, system),
      console_interactive_ms: quantile(loads, 0.5),
      console_interaction_p95_ms: quantile(
        times.map(({ ms }) => ms),
        0.95,
      ),
      console_lines_scrolled: scrolled.lines,
      console_reading_frames_per_s: scrolled.reading,
      console_scroll_frames_per_s: scrolled.back,
    };
  } finally {
    await browser.close();
  }
}

/** Somebody signs in once, then opens his first page with nothing kept by the browser: until he can read and press. */
async function firstLoads(browser: Browser, { url }: BenchSystem) {
  const context = await browser.newContext({ baseURL: url, viewport: WIDTH });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByLabel('登录名', { exact: true }).fill(sampleLogin(LATE_KEY, OFFICER));
  await page.getByLabel('口令', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.locator('nav').waitFor();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  const loads: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    await page.goto('/');
    const ready = `document.querySelector('main h1') && !document.querySelector('.ant-skeleton') && performance.now()`;
    loads.push(await valueOf(page, ready));
  }
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: false });
  return { page, loads };
}

/** kB of what the first page loads of the console itself, as gzip. */
async function weight(page: Page, { url }: BenchSystem): Promise<number> {
  await page.goto('/');
  await page.locator('main h1').waitFor();
  const assets = await page.evaluate<string[]>(
    `[location.href, ...performance.getEntriesByType('resource').map(({ name }) => name)].filter((name) => !name.includes('/api/'))`,
  );
  const sizes = await Promise.all(
    [...new Set(assets)].map(async (asset) => {
      const response = await fetch(new URL(asset, url), { headers: { 'accept-encoding': 'gzip' } });
      const length = Number(response.headers.get('content-length'));
      return length || (await response.arrayBuffer()).byteLength;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}

async function timesOf(page: Page, path: string, interactions: readonly Interaction[]) {
  const times: { readonly name: string; readonly ms: number }[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    await page.goto(path); // nothing that was read in an earlier turn is kept
    await valueOf(page, path === BOARD ? `!!document.querySelector('a.count')` : `!!${LISTED}`);
    for (const { name, act, seen } of interactions) {
      await act(page);
      const since = `(${seen}) && performance.now() - window.benchBegun`;
      const ms = await valueOf(page, since).catch((error: unknown) => {
        throw new Error(`${path}, ${name}`, { cause: error });
      });
      times.push({ name, ms });
    }
  }
  return times;
}

/** What an expression of the page is in the first frame in which it is anything. */
function valueOf(page: Page, expression: string): Promise<number> {
  return page.evaluate<number>(`new Promise((done, fail) => {
    const begun = performance.now();
    const look = () => {
      const value = ${expression};
      if (value) done(value);
      else if (performance.now() - begun > ${PATIENCE_MS}) fail(new Error(${JSON.stringify(`never seen: ${expression}`)}));
      else requestAnimationFrame(look);
    };
    look();
  })`);
}

/** From the next press of a key or button the time runs, in the page's own clock. */
function begin(page: Page): Promise<unknown> {
  return page.evaluate(`{
    window.benchBefore = ${FIRST};
    window.benchBegun = performance.now();
    for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, () => { window.benchBegun = performance.now(); }, { capture: true, once: true });
  }`);
}

/** Down while lines are read, for a minute or to the last, then up again: frames a second of both ways. */
async function scroll(page: Page) {
  await page.goto('/branch-runs');
  await valueOf(page, `!!${LISTED}`);
  const way = (stride: number, ends: string) =>
    page.evaluate<number>(`new Promise((done) => {
      const frame = document.querySelector('.list-frame');
      const begun = performance.now();
      let frames = 0;
      const next = () => {
        frames += 1;
        frame.scrollTop += ${stride};
        if (${ends}) done((frames * 1000) / (performance.now() - begun));
        else requestAnimationFrame(next);
      };
      requestAnimationFrame(next);
    })`);
  const read = `!document.querySelector('.list-more') || performance.now() - begun > ${READING_MS}`;
  const reading = await way(STRIDE, read);
  const lines = await page.evaluate<number>(
    `Math.max(...[...document.querySelectorAll('tr[data-index]')].map((line) => Number(line.dataset.index))) + 1`,
  );
  const back = await way(-STRIDE, 'frame.scrollTop <= 0');
  return { lines, reading, back };
}
