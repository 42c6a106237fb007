import { ConsoleWorld, describeInBrowser, type Visit } from '../support/browser';
import { lengthOf, openLateRound, total, totalOf } from '../support/listed';

/** What lies between the margins of a sheet, in pixels of the screen. */
const A4_PORTRAIT = 703;

describeInBrowser('the board of a campaign', () => {
  let system: ConsoleWorld;
  let officer: string;
  const visits: Visit[] = [];
  const noted = (visit: Visit) => {
    visits.push(visit);
    return visit;
  };

  /** Which list a number opens, narrowed by what. */
  function kindOf(href: string): string {
    const { pathname, searchParams } = new URL(href, system.address);
    return [pathname, ...searchParams.keys()].join(' ');
  }

  /** What a list page asks the API; the router quotes a word that could be read as a number. */
  function askedBy(href: string): string {
    const { pathname, searchParams } = new URL(href, system.address);
    const said = [...searchParams].map(([name, value]): [string, string] => [name, value.replace(/^"(.*)"$/, '$1')]);
    return `${pathname}?${new URLSearchParams(said).toString()}`;
  }

  beforeAll(async () => {
    system = await ConsoleWorld.open({ key: 'campaigns' });
    officer = system.holderOf('committee-officer');
    await openLateRound(system.world);
  }, 300_000);
  afterAll(() => system?.close());
  afterEach(() => {
    expect(visits.flatMap(({ faults }) => faults)).toEqual([]);
    visits.length = 0;
  });

  it.each(['committee-officer', 'area-liaison', 'organisation-officer', 'branch-secretary'] as const)(
    'opens for %s behind every number of the board exactly so many lines',
    async (role) => {
      const visit = noted(await system.visitAs(system.holderOf(role), '/overview'));
      const { page } = visit;
      const counts = page.locator('a.count');
      await counts.first().waitFor();
      const walked = await counts.evaluateAll((links) =>
        links.map((link) => [link.getAttribute('href') ?? '', Number(link.getAttribute('data-count'))] as const),
      );
      expect(walked.length).toBeGreaterThan(10);
      const distinct = new Map(walked);
      for (const [href, count] of distinct) {
        expect([role, href, await lengthOf(system.http, system.holderOf(role), askedBy(href))]).toEqual([
          role,
          href,
          count,
        ]);
      }
      // the page asks the API as its address does: one number of each kind is opened
      for (const [href, count] of new Map([...distinct].map((one) => [kindOf(one[0]), one] as const)).values()) {
        await page.locator(`a.count[href="${href}"]`).first().click();
        await page.waitForURL((url) => url.pathname !== '/overview');
        await total(page).waitFor();
        await visit.settled();
        expect([role, href, await totalOf(page)]).toEqual([role, href, count]);
        await page.goBack();
        await counts.first().waitFor();
      }
    },
  );

  it('shows the board with dates of the organisations, in both languages', async () => {
    const visit = noted(await system.visitAs(officer, '/overview'));
    await visit.page.getByRole('region', { name: '各机关党组织时限' }).first().waitFor();
    await visit.page.getByText('5月31日').first().waitFor();
    await visit.picture('overview-standing', { readme: 'board' });
    expect(await visit.seriousFindings()).toEqual([]);
    const cut = () =>
      visit.page
        .locator('.wide')
        .evaluateAll((tables) => tables.filter((one) => one.scrollWidth > one.clientWidth).length);
    expect(await cut()).toBe(0);
    await visit.page.setViewportSize({ width: 1000, height: 768 });
    await visit.picture('overview-narrow');
    await visit.page.setViewportSize({ width: A4_PORTRAIT, height: 1000 });
    for (const language of ['en', 'zh'] as const) {
      await visit.speak(language);
      await visit.page.emulateMedia({ media: 'print' });
      expect([language, await cut()]).toEqual([language, 0]);
      await visit.page.screenshot({ path: `.duibiao/screens/overview-on-paper.${language}.png`, fullPage: true });
      await visit.page.emulateMedia({ media: null });
    }
  });
});
