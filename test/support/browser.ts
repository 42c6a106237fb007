import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
  type Request,
} from 'playwright-core';
import type { Role, Roster } from '@app/domain';
import { PersonEntity } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import { eventually } from './eventually';
import { HttpWorld } from './http';
import { present } from './present';
import { World } from './world';

const PROGRAM = process.env.DUIBIAO_BROWSER_PROGRAM;
/** A machine that is busy with other things is no fault of the console. */
const PATIENCE_MS = 120_000;

/** Looks in a row that find nothing pending. */
const QUIET_LOOKS = 5;

/** Enough to fill a page and little enough to be opened at once. */
const SMALL = syntheticRoster({ organisations: 3, branchesEach: 4, seed: 1 });
const SCREENS = join(__dirname, '../../.duibiao/screens');

/** `describe` where there is a browser; elsewhere its tests count as skipped (`npm test` has said so). */
export const describeInBrowser = PROGRAM ? describe : describe.skip;

/** An API before a campaign, in this process or as one of its own. */
interface Served {
  readonly world: World;
  readonly http: HttpWorld;
  readonly address: string;
  close(): Promise<void>;
}

/** An established campaign, its worker and API, and one browser before them. */
export class ConsoleWorld {
  private readonly contexts: BrowserContext[] = [];

  private constructor(
    private readonly served: Served,
    private readonly parts: { readonly browser: Browser; readonly roster: Roster },
  ) {}

  get world(): World {
    return this.served.world;
  }

  get http(): HttpWorld {
    return this.served.http;
  }

  static async open({ roster = SMALL, key = 'console' }: { roster?: Roster; key?: string } = {}) {
    const world = await World.open({ roster, key });
    const http = await HttpWorld.open(world);
    const address = `http://127.0.0.1:${await http.listen()}`;
    const close = async () => {
      await http.close();
      await world.close();
    };
    return ConsoleWorld.before({ world, http, address, close }, roster);
  }

  /** A browser before a system that serves already, and is closed with it. */
  static async before(served: Served, roster: Roster): Promise<ConsoleWorld> {
    const browser = await chromium.launch({ executablePath: PROGRAM, args: ['--no-sandbox', '--disable-gpu'] });
    return new ConsoleWorld(served, { browser, roster });
  }

  /** Where the console is served. */
  get address(): string {
    return this.served.address;
  }

  /** Code of the first person of the roster who holds an office of this role. */
  holderOf(role: Role): string {
    return present(this.parts.roster.offices.find((office) => office.role === role)).personCode;
  }

  /** Code of a person of the roster. */
  async codeOf({ personId }: { readonly personId: string }): Promise<string> {
    return (await this.world.dataSource.manager.findOneByOrFail(PersonEntity, { id: personId })).code;
  }

  /** A page of nobody yet, in a browser's profile of its own. */
  async visit(path: string, options: BrowserContextOptions = {}): Promise<Visit> {
    const context = await this.parts.browser.newContext({
      baseURL: this.served.address,
      viewport: { width: 1366, height: 768 },
      reducedMotion: 'reduce',
      ...options,
    });
    context.setDefaultTimeout(PATIENCE_MS);
    this.contexts.push(context);
    const visit = new Visit(await context.newPage(), this.served.address);
    await visit.page.goto(path);
    return visit;
  }

  /** A page of the person with this code of the roster, signed in as people do it. */
  async visitAs(person: string, path = '/', options: BrowserContextOptions = {}): Promise<Visit> {
    const visit = await this.visit(path, options);
    await visit.signIn(this.http.accountOf(person));
    await visit.page.locator('nav').waitFor();
    return visit;
  }

  async close(): Promise<void> {
    for (const context of this.contexts) await context.close();
    await this.parts.browser.close();
    await this.served.close();
  }
}

/** One page with all that went wrong on it. */
export class Visit {
  private readonly pending = new Set<Request>();
  /** Errors of the page and of the console, violations of the CSP among them; faults of the API; requests off the origin. */
  readonly faults: string[] = [];
  /** What the API refused: a page asks nothing that its office may not. */
  readonly refused: string[] = [];

  constructor(
    readonly page: Page,
    private readonly address: string,
  ) {
    page.on('pageerror', (error) => this.faults.push(`error: ${error.message}`));
    page.on('console', (message) => {
      const isRefusal =
        message.text().startsWith('Failed to load resource') && message.location().url.includes('/api/');
      if (message.type() === 'error' && !isRefusal) this.faults.push(`console: ${message.text()}`);
    });
    page.on('response', (response) => {
      if (response.status() === 401 || response.status() === 403)
        this.refused.push(`${response.status()}: ${response.url()}`);
      if (response.status() >= 500) this.faults.push(`${response.status()}: ${response.url()}`);
    });
    page.on('requestfinished', (request) => this.pending.delete(request));
    page.on('requestfailed', (request) => this.pending.delete(request));
    page.on('request', (request) => {
      if (request.resourceType() !== 'eventsource') this.pending.add(request);
      const url = request.url();
      if (!url.startsWith(address) && !/^(data|blob):/.test(url)) this.faults.push(`off the origin: ${url}`);
    });
  }

  /** Until everything that was asked for is there and nothing more is asked for; the stream of changes stays open. */
  async settled(): Promise<void> {
    let quiet = 0;
    await eventually(async () => {
      quiet = this.pending.size === 0 ? quiet + 1 : 0;
      return quiet > QUIET_LOOKS;
    }, 'the page has all that it asked for');
  }

  /** Where the page stands, without the origin. */
  get path(): string {
    return this.page.url().slice(this.address.length);
  }

  async signIn({ login, password }: { readonly login: string; readonly password: string }): Promise<void> {
    await this.page.getByLabel(/^(登录名|Login)$/).fill(login);
    await this.page.getByLabel(/^(口令|Password)$/).fill(password);
    await this.page.getByRole('button', { name: /^(登录|Sign in)$/ }).click();
  }

  async speak(language: 'zh' | 'en'): Promise<void> {
    const other = this.page.getByRole('button', { name: language === 'zh' ? '中文' : 'English', exact: true });
    if ((await other.count()) > 0) await other.dispatchEvent('click'); // also from below a dialog
    await this.page.locator(`html[lang^="${language}"]`).waitFor();
  }

  /** Nothing serious for those who use a keyboard, a reader or another contrast. */
  async seriousFindings(): Promise<string[]> {
    await this.page.evaluate(axe.source);
    const { violations } = await this.page.evaluate<AxeResults>('axe.run()');
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
  }

  /**
   * A picture of the whole page in both languages, for people to look at: `.duibiao/screens/<name>.<language>.png`. `readme`:
   * a small one as well of what a screen shows, by the name that it has in docs/pictures (CONTRIBUTING.md).
   */
  async picture(name: string, { readme }: { readonly readme?: string } = {}): Promise<void> {
    mkdirSync(join(SCREENS, 'readme'), { recursive: true });
    for (const language of ['en', 'zh'] as const) {
      await this.speak(language);
      await this.settled();
      await this.page.evaluate('scrollTo(0, 0)'); // what is sticky stands where it belongs
      await this.page.screenshot({ path: join(SCREENS, `${name}.${language}.png`), fullPage: true });
      const small = { path: join(SCREENS, 'readme', `${readme}.${language}.jpg`), type: 'jpeg', quality: 72 } as const;
      if (readme) await this.page.screenshot(small);
    }
  }
}
