import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons';
import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseCell, ChooseHead } from '../batches/choose-cell';
import type { Column, Writing } from './list';
import { usePrinting } from './printing';

interface ListTableProps<L> {
  readonly label: string;
  readonly columns: readonly Column<L>[];
  readonly lines: readonly L[];
  readonly writing: Writing;
  readonly sort: string | undefined;
  readonly onSort: (sort: string) => void;
  /** There are lines that are not read yet; `onEnd` asks for them. */
  readonly hasMore: boolean;
  /** They are still those that were asked for before. */
  readonly isOld: boolean;
  readonly onEnd: () => void;
  /** Lines can be chosen. */
  readonly choosing?: Choosing<L>;
}

interface Choosing<L> {
  readonly chosen: ReadonlySet<string>;
  readonly choose: (ids: readonly string[], isChosen: boolean) => void;
  readonly nameOf: (line: L) => string;
}

type Line = Readonly<Record<string, unknown>> & { readonly id: string };

const features = tableFeatures({});
const ROW = 45;
const BEFORE_END = 20;

/** The lines as a table of which only what is in sight is drawn; on paper all of them are. */
export function ListTable<L>({ label, lines, writing, hasMore, isOld, onEnd, choosing, ...head }: ListTableProps<L>) {
  const { t } = useTranslation('parts');
  const { columns } = head;
  const isPrinting = usePrinting();
  const frame = useRef<HTMLDivElement>(null);
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Line>();
    return columns.map(({ name, cell }) =>
      helper.display({ id: name, cell: ({ row }) => cell(row.original as L, writing) }),
    );
  }, [columns, writing]);
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is memoized by a compiler
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: 6,
  });
  const seen = virtual.getVirtualItems();
  const last = seen.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= lines.length - BEFORE_END) onEnd();
  }, [hasMore, last, lines.length, onEnd]);
  const from = isPrinting ? 0 : (seen[0]?.index ?? 0);
  const drawn = useMemo(
    () => lines.slice(from, isPrinting ? lines.length : last + 1) as unknown as Line[],
    [lines, from, last, isPrinting],
  );
  const table = useTable({ features, columns: definitions, data: drawn, getRowId: ({ id }) => id });
  const above = isPrinting ? 0 : (seen[0]?.start ?? 0);
  const below = isPrinting ? 0 : virtual.getTotalSize() - (seen.at(-1)?.end ?? 0);
  return (
    <div className="panel wide list-frame" role="region" aria-label={label} aria-busy={isOld} tabIndex={0} ref={frame}>
      <table className="board list" aria-rowcount={hasMore ? -1 : lines.length + 1}>
        <Head {...head} isChoosing={choosing !== undefined} />
        <tbody>
          {above > 0 && <tr aria-hidden="true" style={{ height: above }} />}
          {table.getRowModel().rows.map((row, at) => (
            <Row
              key={row.id}
              line={row.original as L}
              index={from + at}
              measure={virtual.measureElement}
              {...{ columns, writing, choosing }}
            >
              {row.getAllCells().map((cell) => (
                <table.FlexRender key={cell.id} cell={cell} />
              ))}
            </Row>
          ))}
          {below > 0 && <tr aria-hidden="true" style={{ height: below }} />}
        </tbody>
      </table>
      {hasMore && <p className="list-more quiet">{t('more')}</p>}
    </div>
  );
}

type HeadProps<L> = Pick<ListTableProps<L>, 'columns' | 'sort' | 'onSort'> & { readonly isChoosing: boolean };

interface RowProps<L> extends Pick<ListTableProps<L>, 'columns' | 'writing' | 'choosing'> {
  readonly line: L;
  readonly index: number;
  readonly measure: (row: HTMLElement | null) => void;
  /** Its cells. */
  readonly children: readonly ReactNode[];
}

function DrawnRow<L>({ line, index, measure, columns, choosing, children }: RowProps<L>) {
  const { id } = line as Line;
  return (
    <tr aria-rowindex={index + 2} data-index={index} ref={measure}>
      {choosing && (
        <ChooseCell
          name={choosing.nameOf(line)}
          isChosen={choosing.chosen.has(id)}
          onChoose={(is) => choosing.choose([id], is)}
        />
      )}
      <td className="number quiet">{index + 1}</td>
      {columns.map(({ name, isNumber }, at) => (
        <td key={name} className={isNumber && 'number'}>
          {children[at]}
        </td>
      ))}
    </tr>
  );
}

/** Drawn anew only where its line, its place or how it is written changed: scrolling draws what comes into sight, and nothing else. */
const Row = memo(DrawnRow, (before, after) =>
  (['line', 'index', 'columns', 'writing', 'choosing', 'measure'] as const).every(
    (name) => before[name] === after[name],
  ),
) as typeof DrawnRow;

function Head<L>({ columns, sort, onSort, isChoosing }: HeadProps<L>) {
  const { t } = useTranslation('parts');
  return (
    <thead>
      <tr aria-rowindex={1}>
        {isChoosing && <ChooseHead />}
        <th scope="col">{t('column.number')}</th>
        {columns.map((column) => {
          const { up, down } = column.sort ?? {};
          const isUp = sort !== undefined && sort === up;
          const isDown = sort !== undefined && sort === down;
          const other = (isUp ? (down ?? up) : (up ?? down)) ?? '';
          const heading = t(`column.${column.name}`);
          return (
            <th key={column.name} scope="col" aria-sort={isUp ? 'ascending' : isDown ? 'descending' : undefined}>
              {column.sort ? (
                <button type="button" className="sorter" onClick={() => onSort(other)}>
                  {heading}
                  <span aria-hidden="true" className={isUp || isDown ? undefined : 'quiet'}>
                    {isDown ? <CaretDownOutlined /> : <CaretUpOutlined />}
                  </span>
                </button>
              ) : (
                heading
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
