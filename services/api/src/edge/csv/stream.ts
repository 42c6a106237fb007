import { Readable } from 'node:stream';
import type { Response } from 'express';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { DomainError } from '@app/domain';
import { LARGEST_LIMIT, type Listed } from '@app/persistence';
import { CSV_MARK, csvRecords } from '@app/platform';
import { columnsOf, type CsvLine } from './columns';
import { readNames } from './names';
import type { Listing } from '../listing';

/** The most rows of one CSV answer where no setting says otherwise. */
export const CSV_ROW_LIMIT = 100_000;

/** So many long lists are written at once: each holds a connection of the database with its snapshot. */
const AT_ONCE = 4;

/** A reader that takes nothing for so long is left. */
const STALLED_MS = 60_000;

/** So often something is said on a connection while its reader pauses: one that is ended for its silence is alive. */
const SPOKEN_EVERY_MS = 1000;

/** A list to be written: its rows, at most so many. */
export interface CsvOrder {
  readonly list: Listing<object>;
  readonly columns: ReturnType<typeof columnsOf>;
  readonly limit: number;
  /** So many were asked for: where there are more, no note says so. */
  readonly isPage: boolean;
}

/** Writes lists as CSV: one snapshot of the database, page by page, in constant memory. */
export class CsvStreams {
  private open = 0;

  constructor(private readonly dataSource: DataSource) {}

  /** The text of a list; what is refused is refused before its first byte. `beforeFirst` sees the first page. */
  async of(order: CsvOrder, response: Response, beforeFirst: (page: Listed<object>) => void): Promise<Readable> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction('REPEATABLE READ');
      const first = await readPart(runner.manager, order, { written: 0, cursor: order.list.page.cursor });
      const isLong = first.nextCursor !== null && first.items.length < order.limit;
      if (isLong && this.open >= AT_ONCE) {
        throw new DomainError('too-many-requests', '正在导出的清单过多，请稍后再试', { atOnce: AT_ONCE });
      }
      beforeFirst(first);
      const text = Readable.from(writeText(runner.manager, order, first), { highWaterMark: 1 });
      if (isLong) this.open += 1;
      response.setTimeout(STALLED_MS);
      const speaking = isLong ? setInterval(() => speakOn(runner), SPOKEN_EVERY_MS) : undefined;
      text.once('close', () => {
        if (isLong) this.open -= 1;
        clearInterval(speaking);
        void endSnapshot(runner);
      });
      return text;
    } catch (error) {
      await endSnapshot(runner);
      throw error;
    }
  }
}

async function* writeText(m: EntityManager, order: CsvOrder, first: Listed<object>): AsyncGenerator<string> {
  const { columns, limit, isPage } = order;
  yield CSV_MARK + csvRecords([columns.map(({ heading }) => heading)]);
  let page = first;
  for (let written = page.items.length; ; written += page.items.length) {
    const lines = page.items as readonly CsvLine[];
    const names = await readNames(m, columns, lines);
    if (lines.length > 0) yield csvRecords(lines.map((line) => columns.map(({ cell }) => cell(line, names))));
    if (page.nextCursor === null) return;
    if (written >= limit) {
      if (!isPage) yield csvRecords([[noteCut(limit, page.nextCursor)]]);
      return;
    }
    page = await readPart(m, order, { written, cursor: page.nextCursor });
  }
}

/** One cell where every row has more: a strict reader stops at it, and people read it. */
function noteCut(limit: number, cursor: string): string {
  return `清单未完：已列 ${limit} 行，达到上限。请缩小范围，或以 cursor=${cursor} 取其后的行。`;
}

function readPart(
  m: EntityManager,
  { list, limit }: CsvOrder,
  { written, cursor }: { readonly written: number; readonly cursor: string | null | undefined },
) {
  return list.read(m, { limit: Math.min(LARGEST_LIMIT, limit - written), cursor: cursor ?? null });
}

/** Asks nothing; where the connection is gone, the next page says so. */
function speakOn(runner: QueryRunner): void {
  runner.query('DO 0').catch(() => undefined);
}

async function endSnapshot(runner: QueryRunner): Promise<void> {
  try {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
  } catch {
    // the connection is gone, and the snapshot with it
  } finally {
    await runner.release().catch(() => undefined);
  }
}
