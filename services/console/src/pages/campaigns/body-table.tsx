import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { usePrinting } from '../../parts/list/printing';

type Overview = components['schemas']['Overview'];

/** The figures of the whole, an area or an organisation, with what they are called. */
export type BodyLine = Pick<
  Overview,
  'phases' | 'lights' | 'waitingOn' | 'worst' | 'dates' | 'goal' | 'outOfScope' | 'filter'
> & { readonly id: string; readonly name: string };

interface BodyTableProps {
  readonly overview: Overview;
  readonly label: string;
  readonly heads: readonly string[];
  /** What is to be known of the figures. */
  readonly note?: string;
  /** The cells of a line, one for each head. */
  readonly children: (line: BodyLine) => readonly ReactNode[];
}

/** Organisations by area below the whole, a line each; of one area or organisation alone no sum is shown. */
export function BodyTable({ overview, label, heads, note, children }: BodyTableProps) {
  const { t } = useTranslation('campaigns');
  const rows = useMemo(() => rowsOf(overview, t('whole')), [overview, t]);
  const parts = Array.from({ length: Math.ceil(rows.length / PART) }, (_, at) =>
    rows.slice(at * PART, (at + 1) * PART),
  );
  return (
    <section aria-label={label}>
      <h2>{label}</h2>
      <div className="panel wide" role="region" aria-label={label} tabIndex={0}>
        <table className="board" aria-rowcount={rows.length + 1}>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col">{t('organisation')}</th>
              {heads.map((head) => (
                <th scope="col" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          {parts.map((part, at) => (
            <BodyPart
              key={part[0]?.line.id}
              from={at * PART}
              isAlone={parts.length === 1}
              {...{ part, heads, children }}
            />
          ))}
        </table>
      </div>
      {note && <p className="quiet">{note}</p>}
    </section>
  );
}

interface BodyRow {
  readonly line: BodyLine;
  readonly rank: 'line-whole' | 'line-area' | 'line-organisation';
}

function rowsOf({ areas, organisations, ...whole }: Overview, name: string): BodyRow[] {
  const sum = organisations.length > 1 ? [{ line: { ...whole, id: 'whole', name }, rank: 'line-whole' } as const] : [];
  return [
    ...sum,
    ...areas.flatMap(({ areaId, ...area }): BodyRow[] => [
      ...(areas.length > 1 ? [{ line: { ...area, id: areaId }, rank: 'line-area' } as const] : []),
      ...organisations
        .filter((organisation) => organisation.areaId === areaId)
        .map((one): BodyRow => ({ line: { ...one, id: one.organisationId }, rank: 'line-organisation' })),
    ]),
  ];
}

/** So many lines are drawn together, and only where they are near what is in sight: a board may have hundreds, each with a dozen links. */
const PART = 60;
const NEAR = '600px';
/** Of a line that was not drawn yet, in pixels. */
const LINE = 42;

interface BodyPartProps extends Pick<BodyTableProps, 'heads' | 'children'> {
  readonly part: readonly BodyRow[];
  readonly from: number;
  /** There is nothing else: it is drawn at once. */
  readonly isAlone: boolean;
}

function BodyPart({ part, from, isAlone, heads, children }: BodyPartProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const isPrinting = usePrinting();
  const [isNear, setNear] = useState(isAlone);
  const [height, setHeight] = useState(part.length * LINE);
  useEffect(() => {
    if (isAlone || !body.current) return;
    const watch = new IntersectionObserver(
      ([seen]) => {
        if (!seen) return;
        setNear(seen.isIntersecting);
        if (!seen.isIntersecting) setHeight((known) => seen.boundingClientRect.height || known);
      },
      { rootMargin: NEAR },
    );
    watch.observe(body.current);
    return () => watch.disconnect();
  }, [isAlone]);
  return (
    <tbody ref={body}>
      {isNear || isPrinting ? (
        part.map(({ line, rank }, at) => (
          <tr key={line.id} className={rank} aria-rowindex={from + at + 2}>
            <th scope="row">{line.name}</th>
            {children(line).map((cell, column) => (
              <td key={heads[column]}>{cell}</td>
            ))}
          </tr>
        ))
      ) : (
        <tr aria-hidden="true" style={{ height }} />
      )}
    </tbody>
  );
}
